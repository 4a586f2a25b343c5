import type { Translation } from '../catalogue.js';
import type { customerPickerEn } from './en.js';

/** Textos de la búsqueda de un cliente. */
export const customerPickerEs = {
  label: 'Cliente',
  placeholder: 'Nombre o código',
  found: {
    one: '{count} cliente encontrado',
    many: '{count} clientes encontrados',
    other: '{count} clientes encontrados',
  },
  searching: 'Buscando…',
  searchFailed: 'La búsqueda falló. Escriba de nuevo para reintentar.',
  none: 'Ningún cliente tiene ese nombre o código.',
  inactive: 'Inactivo',
} as const satisfies Translation<typeof customerPickerEn>;
