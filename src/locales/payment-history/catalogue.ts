import { catalogue } from '../catalogue.js';
import { paymentHistoryEn } from './en.js';

export const paymentHistoryTexts = catalogue(paymentHistoryEn, {
  es: () => import('./es.js').then((m) => m.paymentHistoryEs),
});

export type PaymentHistoryKey = keyof typeof paymentHistoryEn;
