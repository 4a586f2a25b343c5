import { catalogue } from '../catalogue.js';
import { paymentEn } from './en.js';

export const paymentTexts = catalogue(paymentEn, {
  es: () => import('./es.js').then((m) => m.paymentEs),
});

export type PaymentKey = keyof typeof paymentEn;
