import { catalogue } from '../catalogue.js';
import { creditRefundEn } from './en.js';

export const creditRefundTexts = catalogue(creditRefundEn, {
  es: () => import('./es.js').then((m) => m.creditRefundEs),
});

export type CreditRefundKey = keyof typeof creditRefundEn;
