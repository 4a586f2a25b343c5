import { totalPayments } from '../../src/contract/payment-report-routes.js';
import { userEndpoint } from '../http/endpoints.js';
import { totalPayments as total } from '../operations/payment-totals.js';

export const paymentReportEndpoints = [
  userEndpoint(totalPayments, async ({ deps }, { actor, query }) => ({
    status: 200,
    body: await total(deps)(actor, query),
  })),
];
