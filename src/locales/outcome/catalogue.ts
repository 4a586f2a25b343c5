import { catalogue } from '../catalogue.js';
import { outcomeEn } from './en.js';

export const outcomeTexts = catalogue(outcomeEn, {
  es: () => import('./es.js').then((m) => m.outcomeEs),
});

export type OutcomeKey = keyof typeof outcomeEn;
