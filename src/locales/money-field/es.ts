import type { Translation } from '../catalogue.js';
import type { moneyFieldEn } from './en.js';

export const moneyFieldEs = {
  'not-a-number': 'Esto no es un importe.',
  ambiguous: '¿Miles o centavos? Escríbalo sin el separador.',
  'too-precise': 'Los dólares tienen dos decimales.',
  negative: 'Un importe no puede ser negativo.',
  'too-large': 'Es más de lo que Komet puede guardar.',
} as const satisfies Translation<typeof moneyFieldEn>;
