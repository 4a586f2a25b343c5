import { batchReport, batchReportQuery } from './batch-report.js';
import { route } from './routes.js';

export const listBatches = route({
  method: 'GET',
  path: '/v1/reports/batches',
  summary: "List the processor's batches of a location, all terminals, with their totals",
  access: ['reconcile'],
  query: batchReportQuery,
  answers: { 200: batchReport },
  idempotent: false,
});
