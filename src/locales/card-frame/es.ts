import type { Translation } from '../catalogue.js';
import type { cardFrameEn } from './en.js';

export const cardFrameEs = {
  'frame.title': 'Datos de la tarjeta',
  'frame.loading': 'Cargando el formulario de la tarjeta…',
  'frame.failed': 'No se pudo cargar el formulario de la tarjeta. No se cobró nada.',
  'frame.retry': 'Reintentar',
  'fault.card-number-invalid': 'El número de la tarjeta no es correcto.',
  'fault.expiry-invalid': 'El vencimiento no es correcto; escríbalo como MMAA.',
  'fault.card-expired': 'La tarjeta está vencida.',
  'fault.security-code-invalid': 'El código de seguridad no es correcto.',
  'fault.other': 'Revise los datos de la tarjeta.',
} as const satisfies Translation<typeof cardFrameEn>;
