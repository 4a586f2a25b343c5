import { creditRefundRequest, refundableCreditList, refundableCreditQuery } from './credit-refund.js';
import { payment } from './payment.js';
import { route } from './routes.js';

export const listRefundableCredits = route({
  method: 'GET',
  path: '/v1/customers/{customerId}/refundable-credits',
  summary: 'List the open credits that a card can get back',
  access: ['refund'],
  query: refundableCreditQuery,
  answers: { 200: refundableCreditList },
  idempotent: false,
});

export const createCreditRefund = route({
  method: 'POST',
  path: '/v1/credit-refunds',
  summary: 'Return an open credit to the card it came from',
  access: ['refund'],
  body: creditRefundRequest,
  answers: { 201: payment, 202: payment },
  idempotent: true,
});
