import type { Translation } from '../catalogue.js';
import type { cardRequestFormEn } from './en.js';

/** Textos de `<komet-card-request-form>`, que lee un cliente. */
export const cardRequestFormEs = {
  'form.title': '{company} le pide su tarjeta',
  'form.secured':
    'Escríbala en el formulario de nuestro procesador de tarjetas, Clearent. Nadie en {company} ve el número. Ahora no se cobra nada.',
  'form.left': 'Este enlace sirve una sola vez, durante {hours} h {minutes} min más.',
  'form.consent':
    'Acepto que {company} guarde esta tarjeta con su procesador de tarjetas y cobre mis facturas cuando yo lo pida. Puedo retirar este permiso en cualquier momento.',
  'form.save': 'Guardar tarjeta',
  'form.saving': 'Guardando la tarjeta…',
  'form.unknown':
    'Se perdió la respuesta. Seguimos preguntando hasta saberla; no se cobra nada y la tarjeta se guarda una sola vez.',
  'form.failed': 'La tarjeta no se guardó. No se cobró nada.',
  'form.loading': 'Abriendo el formulario…',
  'form.slow': 'Está tardando más de lo normal…',
  'form.retry': 'Reintentar',
  'form.loadFailed': 'No se pudo abrir el formulario',
  'done.title': 'Su tarjeta se guardó',
  'done.text': 'Puede cerrar esta página. Tarjeta: {card}.',
  'completed.title': 'Ya se guardó una tarjeta con este enlace',
  'completed.text': 'El enlace sirve una sola vez. Si no fue usted, avise a la empresa que le escribió.',
  'expired.title': 'Este enlace venció',
  'expired.text': 'Los enlaces sirven durante 8 horas. Pida uno nuevo a la empresa que le escribió.',
  'revoked.title': 'Este enlace ya no sirve',
  'revoked.text': 'Se retiró o se envió uno más nuevo. Busque un correo posterior o pida otro enlace.',
  'invalid.title': 'Este enlace no es válido',
  'invalid.text': 'Quizá se perdió una parte. Ábralo otra vez desde el correo o pida uno nuevo.',
} as const satisfies Translation<typeof cardRequestFormEn>;
