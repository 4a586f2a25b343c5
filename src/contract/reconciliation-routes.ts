import {
  batchClosing,
  closeRequest,
  dayList,
  dayQuery,
  explanationRequest,
  groupPage,
  groupQuery,
  MAX_REPORT_LENGTH,
  reconciledBatches,
  reconciliation,
  reconciliationRequest,
  reopenRequest,
  reportMapping,
} from './reconciliation.js';
import { route } from './routes.js';

export const createReconciliation = route({
  method: 'POST',
  path: '/v1/reconciliations',
  summary: 'Compare a day of a location with the processor',
  access: ['reconcile'],
  body: reconciliationRequest,
  // Quotes and line breaks are two characters in JSON.
  maxBodyBytes: 2 * MAX_REPORT_LENGTH,
  answers: { 201: reconciliation, 202: reconciliation },
  idempotent: true,
});

export const readReconciliation = route({
  method: 'GET',
  path: '/v1/reconciliations/{reconciliationId}',
  summary: 'Read a comparison, or how far it is',
  access: ['reconcile'],
  answers: { 200: reconciliation },
  idempotent: false,
});

export const listReconciliationGroups = route({
  method: 'GET',
  path: '/v1/reconciliations/{reconciliationId}/groups',
  summary: 'List the entries of both sides, aligned by match',
  access: ['reconcile'],
  query: groupQuery,
  answers: { 200: groupPage },
  idempotent: false,
});

export const listReconciledBatches = route({
  method: 'GET',
  path: '/v1/reconciliations/{reconciliationId}/batches',
  summary: 'List the batches of a comparison with what each side has in them',
  access: ['reconcile'],
  answers: { 200: reconciledBatches },
  idempotent: false,
});

export const cancelReconciliation = route({
  method: 'POST',
  path: '/v1/reconciliations/{reconciliationId}/cancel',
  summary: 'Stop a comparison that is running',
  access: ['reconcile'],
  answers: { 200: reconciliation },
  idempotent: false,
});

export const explainDifference = route({
  method: 'POST',
  path: '/v1/reconciliations/{reconciliationId}/explain',
  summary: 'Explain a difference by a note',
  access: ['reconcile'],
  body: explanationRequest,
  answers: { 200: reconciliation },
  idempotent: true,
});

export const closeDay = route({
  method: 'POST',
  path: '/v1/reconciliations/{reconciliationId}/close',
  summary: 'Close the day: lock it and keep its deposit',
  access: ['reconcile'],
  body: closeRequest,
  answers: { 200: reconciliation },
  idempotent: true,
});

export const reopenDay = route({
  method: 'POST',
  path: '/v1/reconciliations/{reconciliationId}/reopen',
  summary: 'Open a closed day again',
  access: ['reconcile:reopen'],
  body: reopenRequest,
  answers: { 200: reconciliation },
  idempotent: true,
});

export const listReconciliationDays = route({
  method: 'GET',
  path: '/v1/locations/{locationId}/reconciliation-days',
  summary: 'List days with what is closed, open or off',
  access: ['reconcile'],
  query: dayQuery,
  answers: { 200: dayList },
  idempotent: false,
});

export const readReportMapping = route({
  method: 'GET',
  path: '/v1/report-mapping',
  summary: 'Read which columns of the Batch report hold what',
  access: ['reconcile'],
  answers: { 200: reportMapping },
  idempotent: false,
});

export const closeOpenBatch = route({
  method: 'POST',
  path: '/v1/locations/{locationId}/close-batch',
  summary: 'Close the open batch of every terminal of a location now',
  access: ['reconcile'],
  answers: { 200: batchClosing },
  idempotent: true,
});
