import type { Translation } from '../catalogue.js';
import type { customerPaymentSettingsEn } from './en.js';

/** Textos de lo que se pide a un cliente al confirmar un pedido. */
export const customerPaymentSettingsEs = {
  title: 'Pago de pedidos',
  'require-payment': 'Exigir el pago al confirmar',
  'require-payment.hint':
    'Un pedido de este cliente no se puede confirmar sin su pago: solo aparece Pagar y confirmar.',
  'require-card': 'Exigir pago con tarjeta de crédito',
  'require-card.hint': 'Este cliente paga solo con tarjeta.',
  'restrict-card': 'Restringir pago con tarjeta de crédito',
  'restrict-card.hint': 'Este cliente no paga con tarjeta.',
  'stop.customer': 'Elija primero un cliente.',
} as const satisfies Translation<typeof customerPaymentSettingsEn>;
