import { paymentReportQuery, paymentTotals } from './payment-report.js';
import { route } from './routes.js';

export const totalPayments = route({
  method: 'GET',
  path: '/v1/reports/payment-history',
  summary: 'Add up the payments of a list, or get all of them as a CSV or XLSX file',
  access: ['pay', 'pay:read'],
  query: paymentReportQuery,
  answers: { 200: paymentTotals },
  idempotent: false,
});
