import type { Translation } from '../catalogue.js';
import type { creditsEn } from './en.js';

/** Textos de la ventana de créditos disponibles. */
export const creditsEs = {
  'credits.title': 'Créditos disponibles',
  'credits.lead': 'Los créditos elegidos pagan antes que la tarjeta, primero los más antiguos.',
  'credits.close': 'Cerrar',
  'credits.chosen': '{chosen} elegidos, {used} usados',
  'credits.held': 'En uso',
  'credits.kind.customer-credit': 'Crédito de cliente',
  'credits.kind.overpayment': 'Pago en exceso',
  'credits.kind.transfer': 'Transferencia',
  'credits.kind.balance-adjustment': 'Ajuste de saldo',
} as const satisfies Translation<typeof creditsEn>;
