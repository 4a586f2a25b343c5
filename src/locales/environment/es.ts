import type { Translation } from '../catalogue.js';
import type { environmentEn } from './en.js';

/** Textos de las etiquetas que muestran y guardan ajustes. */
export const environmentEs = {
  'environment.training': 'Práctica: no se mueve dinero',
  'environment.sandbox': 'Pruebas: no se mueve dinero real',
} as const satisfies Translation<typeof environmentEn>;
