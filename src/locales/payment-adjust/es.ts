import type { Translation } from '../catalogue.js';
import type { paymentAdjustEn } from './en.js';

/** Textos del ajuste de un pago con tarjeta: anular, cambiar las facturas y cobrar de nuevo. */
export const paymentAdjustEs = {
  title: 'Ajustar el pago {number}',
  why: 'Un pago autorizado con tarjeta no se puede editar. Se anula, se cambian sus facturas y se cobran de nuevo. Puede salir en cualquier paso y volver.',
  'step.back': 'Anular el pago',
  'step.change': 'Cambiar las facturas',
  'step.charge': 'Cobrar de nuevo',
  'step.done': 'listo',
  'step.now': 'ahora',
  'back.text': 'El pago {number} de {amount} vuelve a la tarjeta y se reabren todas sus facturas: {invoices}.',
  'back.under-way': 'La anulación está en curso. Esta página sigue sola.',
  'change.text': 'Recorte ahora los pedidos en Komet. Los valores de abajo se actualizan solos.',
  'change.invoice': 'Factura',
  'change.before': 'Pagado antes',
  'change.now': 'Saldo ahora',
  'change.gone': 'sin saldo',
  'change.total': 'Total',
  'change.continue': 'Continuar',
  'change.nothing': 'Ninguna de las facturas tiene saldo; no hay nada que cobrar de nuevo.',
  'charge.back': 'Volver a las facturas',
  'done.text': 'El pago {number} de {amount} reemplazó al pago {old}.',
  'not-possible.title': 'Este pago no se puede ajustar',
  'not-possible.text': 'Solo un pago aprobado se puede ajustar.',
  'outcome-unknown': 'Aún no se sabe si este pago tomó dinero. Espere su resultado.',
  loading: 'Buscando el pago…',
  'failed.load': 'No se pudo consultar el pago',
  retry: 'Reintentar',
  'stop.right': 'Su usuario no tiene el permiso «{right}». Un administrador puede darlo.',
  'stop.not-configured': 'Los pagos no están conectados en esta página.',
  'stop.session': 'No se pudo abrir la sesión. Inicie sesión de nuevo.',
} as const satisfies Translation<typeof paymentAdjustEn>;
