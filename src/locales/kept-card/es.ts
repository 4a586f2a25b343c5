import type { Translation } from '../catalogue.js';
import type { keptCardEn } from './en.js';

/** Textos de una tarjeta que se escribe para guardarla. */
export const keptCardEs = {
  'kept.name': 'Nombre en la tarjeta',
  'kept.street': 'Dirección de facturación',
  'kept.zip': 'Código postal de facturación',
  'kept.description': 'Descripción',
  'kept.descriptionExample': 'Por ejemplo: tarjeta de oficina de María',
  'kept.consentMissing': 'Sin este consentimiento no se puede guardar la tarjeta.',
} as const satisfies Translation<typeof keptCardEn>;
