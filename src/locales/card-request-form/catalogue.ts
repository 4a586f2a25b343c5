import { catalogue } from '../catalogue.js';
import { cardRequestFormEn } from './en.js';

export const cardRequestFormTexts = catalogue(cardRequestFormEn, {
  es: () => import('./es.js').then((m) => m.cardRequestFormEs),
});

export type CardRequestFormKey = keyof typeof cardRequestFormEn;
