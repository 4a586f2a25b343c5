import { catalogue } from '../catalogue.js';
import { customerPaymentSettingsEn } from './en.js';

export const customerPaymentSettingsTexts = catalogue(customerPaymentSettingsEn, {
  es: () => import('./es.js').then((m) => m.customerPaymentSettingsEs),
});
