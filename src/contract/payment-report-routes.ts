import { paymentFilter } from './payment.js';
import { paymentTotals } from './payment-report.js';
import { route } from './routes.js';

export const totalPayments = route({
  method: 'GET',
  path: '/v1/reports/payment-history',
  summary: 'Add up the payments of a list',
  access: ['pay', 'pay:read'],
  query: paymentFilter,
  answers: { 200: paymentTotals },
  idempotent: false,
});
