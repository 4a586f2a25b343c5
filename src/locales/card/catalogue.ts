import { catalogue } from '../catalogue.js';
import { cardEn } from './en.js';

export const cardTexts = catalogue(cardEn, {
  es: () => import('./es.js').then((m) => m.cardEs),
});

export type CardKey = keyof typeof cardEn;
