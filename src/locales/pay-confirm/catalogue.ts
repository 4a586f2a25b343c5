import { catalogue } from '../catalogue.js';
import { payConfirmEn } from './en.js';

export const payConfirmTexts = catalogue(payConfirmEn, {
  es: () => import('./es.js').then((m) => m.payConfirmEs),
});

export type PayConfirmKey = keyof typeof payConfirmEn;
