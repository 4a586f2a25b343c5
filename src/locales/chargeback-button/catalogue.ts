import { catalogue } from '../catalogue.js';
import { chargebackButtonEn } from './en.js';

export const chargebackButtonTexts = catalogue(chargebackButtonEn, {
  es: () => import('./es.js').then((m) => m.chargebackButtonEs),
});

export type ChargebackButtonKey = keyof typeof chargebackButtonEn;
