import { catalogue } from '../catalogue.js';
import { coreEn } from './en.js';

/** What went wrong, in words: for tags that show errors. */
export const coreTexts = catalogue(coreEn, { es: () => import('./es.js').then((m) => m.coreEs) });

export type CoreKey = keyof typeof coreEn;
