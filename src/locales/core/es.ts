import type { Translation } from '../catalogue.js';
import type { coreEn } from './en.js';

export const coreEs = {
  'kind.declined': 'La tarjeta fue rechazada. No se cobró nada; use otra tarjeta.',
  'kind.refused': 'No se aceptó. No se cobró nada; recargue la página e intente de nuevo.',
  'kind.unreachable': 'No se pudo llegar al servicio de pagos. No se cobró nada; intente de nuevo.',
  'kind.offline': 'No hay conexión. No se envió nada; intente de nuevo cuando vuelva.',
  'kind.unknown-outcome': 'La respuesta se perdió y es posible que se haya cobrado. No pague otra vez.',
  'kind.bad-response':
    'El servicio de pagos dio una respuesta que no se puede leer. Mire el historial de pagos antes de cobrar otra vez y avise al soporte de Komet.',
  'kind.not-configured': 'Los pagos no están conectados en esta página. Avise al soporte de Komet.',
  'kind.session-expired': 'Su sesión terminó. Inicie sesión de nuevo.',

  'code.invalid-request': 'Algo en este formulario no está bien. No se cobró nada. Revíselo e intente de nuevo.',
  'code.card-number-not-allowed':
    'Hay un número de tarjeta en uno de los campos. No se envió ni se guardó nada; quítelo y escríbalo solo en el formulario de la tarjeta.',
  'code.payment-failed': 'No se pudo hacer el pago. No se cobró nada; revíselo e intente de nuevo.',
  'code.not-permitted': 'Su usuario no tiene permiso para hacer esto. No se cobró nada; un administrador puede darlo.',
  'code.origin-not-allowed':
    'Esta página no está autorizada para recibir pagos. No se cobró nada; avise al soporte de Komet.',
  'code.not-found': 'Esto ya no se encuentra. No se cobró nada; recargue la página.',
  'code.request-in-progress': 'El mismo pago aún está en curso. Espere el resultado.',
  'code.invoice-busy':
    'Otro pago de una de estas facturas está en curso. No se cobró nada; espere a que termine y mire lo que queda abierto.',
  'code.credit-busy':
    'Otro pago está usando uno de estos créditos. No se cobró nada; espere a que termine y mire lo que queda.',
  'code.amount-changed': 'Un saldo cambió mientras tanto. No se cobró nada; revise los importes y pague de nuevo.',
  'code.fee-changed': 'El recargo cambió mientras tanto. No se cobró nada; revise el total y pague de nuevo.',
  'code.card-in-use': 'Hay un pago en curso con esta tarjeta. No se cambió nada. Intente de nuevo cuando termine.',
  'code.reversal-failed':
    'No se pudo devolver el dinero. No se movió dinero; mire los detalles del pago e intente de nuevo.',
  'code.not-ready-to-charge':
    'En esta sede aún no se pueden cobrar tarjetas. No se cobró nada; un administrador puede configurarlo.',
  'code.card-not-saved': 'El procesador no aceptó la tarjeta. No se cobró nada; revise la tarjeta e intente de nuevo.',
  'rule.card-request-completed': 'El cliente ya guardó una tarjeta con esta solicitud.',
  'code.mail-not-configured':
    'El correo no está configurado, así que no se envió nada. Pida al soporte de Komet que lo configure.',
  'code.too-many-requests': 'Demasiados intentos. No se cobró nada. Espere un momento e intente de nuevo.',
  'code.gateway-unreachable': 'No se pudo llegar al procesador de tarjetas. No se cobró nada; intente de nuevo.',
  'code.komet-unreachable': 'No se pudo llegar a Komet. No se cobró nada; intente de nuevo.',
  'code.busy-elsewhere':
    'El mismo pago se está haciendo en otra ventana. De aquí no se envió nada; espere allí el resultado.',
  'code.stopped-by-page': 'La página lo detuvo antes de cobrar. Lea lo que dice e intente de nuevo.',
  'code.card-frame-invalid': 'Revise el número, el vencimiento y el código de la tarjeta.',
  'code.card-frame-unavailable': 'El procesador no pudo leer la tarjeta. No se cobró nada; intente de nuevo.',

  'rule.allocations-exceed-payment': 'Se aplicó más de lo que se paga.',
  'rule.overpayment-not-confirmed': 'Confirme que el resto queda como crédito abierto.',
  'rule.credit-not-open': 'Uno de los créditos ya se usó.',
  'rule.currency-not-usd': 'Solo se reciben pagos con tarjeta en dólares estadounidenses.',
  'rule.customer-inactive': 'El cliente está inactivo.',
  'rule.date-in-future': 'La fecha del pago está en el futuro.',
  'rule.date-locked': 'Los libros de ese día están cerrados. Elija una fecha posterior.',
  'rule.discount-exceeds-balance': 'Un descuento es mayor que lo que está abierto en su factura.',
  'rule.duplicate-invoice': 'Una factura aparece dos veces.',
  'rule.fee-above-cap': 'El recargo es mayor que lo permitido.',
  'rule.invoice-not-open': 'Una de las facturas ya no está abierta.',
  'rule.invoice-of-other-customer': 'Una de las facturas es de otro cliente.',
  'rule.invoice-of-other-location': 'Una de las facturas es de otra sede.',
  'rule.nothing-to-pay': 'No hay nada que pagar.',
  'rule.partial-not-allowed': 'Esto se tiene que pagar completo.',
  'rule.method-not-fitting': 'La tarjeta no corresponde al método de pago.',
  'rule.payment-not-reversible': 'Este pago no se puede revertir.',
  'rule.suspected-duplicate': 'Parece un pago que se recibió hace un momento.',
  'rule.date-before-payment': 'La fecha es anterior a la del pago.',
  'rule.credit-spent': 'Un crédito de este pago ya se usó.',
  'rule.date-not-today':
    'Un pedido siempre se paga con la fecha de hoy. No se cobró nada; vuelva a cargar el pedido e intente de nuevo.',
  'rule.payment-required': 'Este cliente paga al confirmar el pedido, por eso no se confirmó. Use «Pagar y confirmar».',
  'rule.payment-not-offered':
    'El pago al confirmar no está activado para esta sede ni para este cliente. No se cobró nada; use «Confirmar».',
  'rule.order-not-pending': 'El pedido ya no está por confirmar. No se cobró nada; vuelva a cargarlo.',
  'rule.order-not-confirmable':
    'Komet no permite confirmar este pedido desde aquí. No se cobró nada; confírmelo en Komet y luego cóbrelo.',
  'rule.cancel-at-terminal':
    'Pulse la tecla roja de la terminal para cancelar. No se cobra nada hasta que se presente la tarjeta.',
  'rule.payment-not-cancellable':
    'Un pago con tarjeta no se puede cancelar cuando la tarjeta se cobró o pudo cobrarse. Haga un contracargo en el historial de pagos.',
  'rule.credit-not-refundable':
    'Este crédito no viene de un pago con tarjeta, así que ninguna tarjeta puede recibirlo.',
  'rule.refund-exceeds-charge': 'Es más de lo que queda del pago con tarjeta del que viene el crédito.',
  'rule.payment-not-charged-back': 'El pago que este va a reemplazar todavía no está anulado.',
  'rule.settings-conflict': 'No se puede exigir la tarjeta a un cliente y a la vez impedírsela. No se cambió nada.',
  'rule.terminal-in-use': 'Hay un pago en curso en este datáfono. No se cambió nada; intente de nuevo cuando termine.',
  'rule.terminal-name-taken': 'Otro datáfono de esta sede tiene ese nombre. Elija otro.',
  'rule.confirmation-differs': 'Lo que se escribió no es el nombre de la sede. No se cambió nada.',
  'rule.payments-under-way':
    'Todavía no se sabe cómo terminó un pago de esta sede. No se cambió nada; intente de nuevo cuando se sepa.',
  'rule.posting-under-way':
    'Un pago de este día aún va camino a los libros de Komet. No se cambió nada; intente de nuevo en unos minutos.',
  'rule.other-merchant': 'La clave es de otro comercio, no del de la sede. No se puede usar aquí.',
  'rule.application-locked': 'La solicitud ya se envió y no se puede cambiar.',
  'rule.application-incomplete': 'La solicitud no está completa. No se envió nada; revise los campos marcados.',
  'rule.difference-unexplained': 'Hay diferencias sin explicar. Explique cada una y cierre el día.',
  'rule.report-changed': 'Los pagos de este día cambiaron después de compararlos. Compare el día de nuevo.',
  'rule.day-closed': 'Este día ya está cerrado.',
  'rule.day-not-closed': 'Este día no está cerrado.',
  'rule.batch-not-closed':
    'Un lote de este día sigue abierto en el procesador. Ciérrelo, compare el día de nuevo y ciérrelo después.',
  'rule.report-too-old': 'El procesador guarda 90 días. Compare este día con un informe de lotes guardado entonces.',
  'rule.report-too-long': 'Hay demasiadas transacciones para compararlas de una vez. Compare menos días.',
  'rule.range-not-closable': 'Los días se cierran uno por uno. Compare cada día por separado y ciérrelo después.',

  'decline.insufficient-funds': 'La tarjeta no tiene fondos suficientes. Use otra tarjeta o pague menos ahora.',
  'decline.expired-card': 'La tarjeta está vencida. Pida la tarjeta vigente y escríbala como tarjeta nueva.',
  'decline.invalid-card-number': 'El banco no conoce este número de tarjeta. Revise el número y escríbalo de nuevo.',
  'decline.invalid-security-code':
    'El código de seguridad no coincide. Revise el código en la tarjeta y escríbalo de nuevo.',
  'decline.address-mismatch':
    'El código postal no corresponde a la tarjeta. Pida el código postal del estado de cuenta e intente de nuevo.',
  'decline.limit-exceeded': 'El importe supera el límite de la tarjeta. Use otra tarjeta o divida el pago.',
  'decline.call-issuer':
    'El banco quiere hablar con el titular. Pida al cliente que llame al número de la tarjeta, o use otra.',
  'decline.card-not-active':
    'La tarjeta no está activa. Use otra tarjeta; el cliente puede consultar por esta en su banco.',
  'decline.not-permitted': 'El banco no permite este tipo de pago con la tarjeta. Use otra tarjeta.',
  'decline.try-again-later':
    'El banco no pudo responder en este momento. Espere un minuto e intente de nuevo, o use otra tarjeta.',
  'decline.declined':
    'El banco rechazó el pago sin dar un motivo. Use otra tarjeta o pida al cliente que llame a su banco.',

  'failure.not-sent': 'La solicitud no llegó al procesador.',
  'failure.refused-by-gateway': 'El procesador no aceptó la solicitud.',
  'failure.card-token-expired': 'Pasó demasiado tiempo desde que se escribió la tarjeta. Escríbala de nuevo.',
  'failure.terminal-unreachable': 'No se pudo contactar el datáfono.',
  'failure.terminal-busy': 'El datáfono está ocupado con otro pago.',
  'failure.not-found-at-gateway': 'El procesador no tiene registro del pago.',
  'failure.late-charge-reversed': 'El cobro llegó demasiado tarde y se devolvió.',
  'failure.not-settled-yet':
    'El cargo todavía no se liquida, y el procesador devuelve una parte solo después. Inténtelo mañana.',
} as const satisfies Translation<typeof coreEn>;
