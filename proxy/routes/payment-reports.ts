import { listBatches as listBatchesRoute } from '../../src/contract/batch-report-routes.js';
import { totalPayments } from '../../src/contract/payment-report-routes.js';
import { userEndpoint } from '../http/endpoints.js';
import { writePaymentFile } from '../operations/payment-file/payment-file.js';
import { totalPayments as total } from '../operations/payment-totals.js';
import { listBatches } from '../operations/reconcile/list-batches.js';

export const paymentReportEndpoints = [
  userEndpoint(totalPayments, async ({ deps }, { actor, query }) => {
    const { format = 'json', locale = 'en', ...filter } = query;
    if (format === 'json') return { status: 200, body: await total(deps)(actor, filter) };
    const { name, type, body } = await writePaymentFile(deps)(actor, { filter, format, locale });
    const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
    return { status: 200, body, headers };
  }),
  userEndpoint(listBatchesRoute, async ({ deps }, { actor, query }) => ({
    status: 200,
    body: await listBatches(deps)(actor, query),
  })),
];
