import type { Translation } from '../catalogue.js';
import { paymentEs } from '../payment/es.js';
import type { payConfirmEn } from './en.js';

/** Textos de `<komet-pay-confirm>`; al cliente y al usuario se les trata de usted. */
export const payConfirmEs = {
  ...paymentEs,
  'blocked.no-right.title': 'No puede trabajar con pedidos',
  'blocked.load-failed.title': 'No se pudo cargar el pedido',
  'blocked.load-failed.text': 'No se cobró ni se confirmó nada. Revise la conexión e intente de nuevo.',
  'blocked.customer-not-found.title': 'No se encuentra este pedido',
  'loading.account': 'Cargando el pedido…',

  'order.title': 'Pedido {number}',
  'order.ships': 'Sale el {date}',
  'order.total': 'Importe del pedido',
  'order.status.pending': 'Pendiente',
  'order.status.confirmed': 'Confirmado',
  'order.status.draft': 'Borrador',
  'order.status.voided': 'Anulado',
  'order.paid': 'Pagado por completo.',
  'order.nothingToDo': 'En este pedido no hay nada que confirmar ni cobrar.',

  'action.confirm': 'Confirmar',
  'action.payAndConfirm': 'Pagar y confirmar',
  'action.pay': 'Pagar',
  'action.confirming': 'Confirmando…',
  'action.confirmUnknown': 'Se perdió la respuesta. Se vuelve a preguntar a Komet; esta página se actualiza sola.',
  'action.reload': 'Volver a cargar',

  'reason.customer-requires-payment': 'Este cliente paga al confirmar el pedido.',
  'reason.location-allows-payment': 'Esta sede cobra al confirmar.',
  'reason.location-does-not-allow-payment': 'Esta sede no cobra al confirmar.',
  'reason.integration-not-ready':
    'En {location} todavía no se pueden cobrar tarjetas. Reciba efectivo, cheque o ACH en Komet.',
  'reason.customer-restricts-cards': 'Este cliente no paga con tarjeta. Reciba efectivo, cheque o ACH en Komet.',
  'reason.no-right': 'A su usuario le falta el permiso «{right}».',
  'reason.offline': 'Está sin conexión. Cobrar y confirmar esperan a que vuelva; nada queda en cola.',
  'reason.read-only': 'Solo lectura',

  'held.title': 'Hay un pago de este pedido en curso',
  'held.text': 'Lo está cobrando otra persona u otra ventana. Mientras tanto aquí no se puede cobrar nada.',
  'confirmation.pending': 'El pedido está pagado. Komet aún no lo confirmó; se repite solo.',
  'confirmation.refused':
    'El pedido está pagado, pero Komet no lo confirma. El pago se conserva; pregunte a quien lleva el pedido.',
  'confirmation.failed': 'El pedido no se confirmó',

  'window.title': 'Información del pago',
  'window.close': 'Cerrar',
  'window.received': 'Importe recibido',
  'window.order': 'Importe del pedido',
  'window.change': 'Cambio',
  'window.kept': '{amount} de los créditos queda como crédito abierto.',
  'window.charged': 'Cargo a la tarjeta',
  'window.apply': 'Aplicar pago',
} satisfies Translation<typeof payConfirmEn>;
