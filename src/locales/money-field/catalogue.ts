import { catalogue } from '../catalogue.js';
import { moneyFieldEn } from './en.js';

export const moneyFieldTexts = catalogue(moneyFieldEn, { es: () => import('./es.js').then((m) => m.moneyFieldEs) });
