import { catalogue } from '../catalogue.js';
import { receivePaymentEn } from './en.js';

export const receivePaymentTexts = catalogue(receivePaymentEn, {
  es: () => import('./es.js').then((m) => m.receivePaymentEs),
});

export type ReceivePaymentKey = keyof typeof receivePaymentEn;
