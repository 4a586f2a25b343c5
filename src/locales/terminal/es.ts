import type { Translation } from '../catalogue.js';
import type { terminalEn } from './en.js';

/** Textos de la elección de terminal y de la espera. */
export const terminalEs = {
  'terminal.legend': 'Terminal de tarjetas',
  'terminal.loading': 'Cargando las terminales…',
  'terminal.failed': 'No se pudieron cargar las terminales. No se cobró nada.',
  'terminal.retry': 'Reintentar',
  'terminal.none': 'Esta sede no tiene ninguna terminal lista. Agregue una en Terminales de tarjetas.',
  'terminal.one': 'la terminal',

  'wait.title': 'Esperando la tarjeta en {terminal}',
  'wait.amount': 'La terminal muestra {amount}.',
  'wait.present': 'Pida al cliente que inserte, acerque o deslice allí la tarjeta.',
  'wait.cancel': 'Para cancelar, pulse la tecla roja de la terminal. Esta página se actualiza sola.',
  'wait.elapsed': 'Esperando desde hace {time}',
  'wait.long': 'Todavía no hay tarjeta. Si la terminal no muestra nada, cancele allí; esta página averigua qué pasó.',
} satisfies Translation<typeof terminalEn>;
