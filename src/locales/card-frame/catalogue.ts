import { catalogue } from '../catalogue.js';
import { cardFrameEn } from './en.js';

export const cardFrameTexts = catalogue(cardFrameEn, { es: () => import('./es.js').then((m) => m.cardFrameEs) });
