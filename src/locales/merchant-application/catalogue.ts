import { catalogue } from '../catalogue.js';
import { merchantApplicationEn } from './en.js';

export const merchantApplicationTexts = catalogue(merchantApplicationEn, {
  es: () => import('./es.js').then((m) => m.merchantApplicationEs),
});

export type MerchantApplicationKey = keyof typeof merchantApplicationEn;
