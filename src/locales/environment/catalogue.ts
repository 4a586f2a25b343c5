import { catalogue } from '../catalogue.js';
import { environmentEn } from './en.js';

export const environmentTexts = catalogue(environmentEn, {
  es: () => import('./es.js').then((m) => m.environmentEs),
});
