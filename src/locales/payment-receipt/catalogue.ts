import { catalogue } from '../catalogue.js';
import { paymentReceiptEn } from './en.js';

export const paymentReceiptTexts = catalogue(paymentReceiptEn, {
  es: () => import('./es.js').then((m) => m.paymentReceiptEs),
});

export type PaymentReceiptKey = keyof typeof paymentReceiptEn;
