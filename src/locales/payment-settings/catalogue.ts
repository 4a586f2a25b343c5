import { catalogue } from '../catalogue.js';
import { paymentSettingsEn } from './en.js';

export const paymentSettingsTexts = catalogue(paymentSettingsEn, {
  es: () => import('./es.js').then((m) => m.paymentSettingsEs),
});

export type PaymentSettingsKey = keyof typeof paymentSettingsEn;
