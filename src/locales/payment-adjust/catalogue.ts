import { catalogue } from '../catalogue.js';
import { paymentAdjustEn } from './en.js';

export const paymentAdjustTexts = catalogue(paymentAdjustEn, {
  es: () => import('./es.js').then((m) => m.paymentAdjustEs),
});

export type PaymentAdjustKey = keyof typeof paymentAdjustEn;
