import type { Translation } from '../catalogue.js';
import type { settingEn } from './en.js';

/** Textos de las etiquetas que muestran y guardan ajustes. */
export const settingEs = {
  loading: 'Leyendo los ajustes…',
  'failed.load': 'No se pudieron leer los ajustes',
  retry: 'Reintentar',
  'save.running': 'Guardando…',
  'save.done': 'Guardado.',
  'save.unknown': 'La respuesta se perdió en el camino. Se vuelve a pedir sola; nada se guarda dos veces.',
  'save.failed': 'No se guardó',
  'stop.not-configured': 'Los pagos no están conectados en esta página.',
  'stop.session': 'No se pudo abrir la sesión. Inicie sesión de nuevo.',
  'look.right':
    'Puede ver, pero no cambiar nada: su usuario no tiene el permiso «{right}». Un administrador puede darlo.',
  'look.readonly': 'Esto se muestra solo para leer.',
} as const satisfies Translation<typeof settingEn>;
