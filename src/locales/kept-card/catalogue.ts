import { catalogue } from '../catalogue.js';
import { keptCardEn } from './en.js';

export const keptCardTexts = catalogue(keptCardEn, {
  es: () => import('./es.js').then((m) => m.keptCardEs),
});
