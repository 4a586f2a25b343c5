import { chargeBackPreview, chargeBackQuery, chargeBackRequest } from './charge-back.js';
import { payment } from './payment.js';
import { route } from './routes.js';

export const previewChargeBack = route({
  method: 'GET',
  path: '/v1/payments/{paymentId}/charge-back/preview',
  summary: 'Tell what charging a payment back would do',
  access: ['refund'],
  query: chargeBackQuery,
  answers: { 200: chargeBackPreview },
  idempotent: false,
});

export const createChargeBack = route({
  method: 'POST',
  path: '/v1/payments/{paymentId}/charge-back',
  summary: 'Charge a payment back: return it to the card and reopen its invoices',
  access: ['refund'],
  body: chargeBackRequest,
  answers: { 201: payment, 202: payment },
  idempotent: true,
});
