import { receipt, receiptMail, receiptMailing } from './receipt.js';
import { route } from './routes.js';

export const readReceipt = route({
  method: 'GET',
  path: '/v1/payments/{paymentId}/receipt',
  summary: 'Read what the receipt of a payment says',
  access: ['pay', 'pay:order', 'pay:read'],
  answers: { 200: receipt },
  idempotent: false,
});

export const mailReceipt = route({
  method: 'POST',
  path: '/v1/payments/{paymentId}/receipt/email',
  summary: 'Send the receipt of a payment by e-mail',
  access: ['pay', 'pay:order', 'pay:read'],
  body: receiptMail,
  answers: { 202: receiptMailing },
  idempotent: true,
});
