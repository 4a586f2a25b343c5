import type { Translation } from '../catalogue.js';
import type { cardEn } from './en.js';

/** Textos de la elección de tarjeta y de la tarjeta nueva. */
export const cardEs = {
  'card.legend': 'Tarjeta',
  'card.new': 'Tarjeta nueva',
  'card.primary': 'Principal',
  'card.declined': 'Rechazada',
  'card.expired': 'Venció {expiry}',
  'card.expires': 'Vence {expiry}',
  'card.name': 'Nombre en la tarjeta',
  'card.zip': 'Código postal',
  'card.save': 'Guardar para pagos futuros',
  'card.consent':
    'El cliente acepta que guardemos esta tarjeta con el procesador y le cobremos facturas posteriores cuando lo pida. Puede retirar este permiso en cualquier momento.',
  'card.description': 'Descripción',
  'card.descriptionExample': 'Por ejemplo: tarjeta de oficina de María',
} as const satisfies Translation<typeof cardEn>;
