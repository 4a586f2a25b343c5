import { catalogue } from '../catalogue.js';
import { customerPickerEn } from './en.js';

export const customerPickerTexts = catalogue(customerPickerEn, {
  es: () => import('./es.js').then((m) => m.customerPickerEs),
});
