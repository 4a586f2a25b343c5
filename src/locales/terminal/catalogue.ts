import { catalogue } from '../catalogue.js';
import { terminalEn } from './en.js';

export const terminalTexts = catalogue(terminalEn, {
  es: () => import('./es.js').then((m) => m.terminalEs),
});
