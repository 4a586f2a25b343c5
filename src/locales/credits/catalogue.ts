import { catalogue } from '../catalogue.js';
import { creditsEn } from './en.js';

export const creditsTexts = catalogue(creditsEn, {
  es: () => import('./es.js').then((m) => m.creditsEs),
});
