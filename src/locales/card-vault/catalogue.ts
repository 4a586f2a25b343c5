import { catalogue } from '../catalogue.js';
import { cardVaultEn } from './en.js';

export const cardVaultTexts = catalogue(cardVaultEn, {
  es: () => import('./es.js').then((m) => m.cardVaultEs),
});

export type CardVaultKey = keyof typeof cardVaultEn;
