import * as routes from '../contract/reconciliation-routes.js';
import type {
  BatchClosing,
  DayList,
  GroupPage,
  GroupQuery,
  ReconciledBatch,
  Reconciliation,
  ReconciliationRequest,
  ReportColumns,
} from '../contract/reconciliation.js';
import type { CallOptions, PayClient, WriteOptions } from './call.js';

/** A long comparison is answered at once, still running; ask for it with `readReconciliation` until it is through. */
export const createReconciliation =
  (client: PayClient) =>
  (request: ReconciliationRequest, options: WriteOptions): Promise<Reconciliation> =>
    client.call(routes.createReconciliation, { body: request, ...options });

export const readReconciliation =
  (client: PayClient) =>
  (reconciliationId: string, { signal }: CallOptions = {}): Promise<Reconciliation> =>
    client.call(routes.readReconciliation, { params: { reconciliationId }, signal });

export const cancelReconciliation =
  (client: PayClient) =>
  (reconciliationId: string): Promise<Reconciliation> =>
    client.call(routes.cancelReconciliation, { params: { reconciliationId } });

/** A page of the entries of both sides, aligned by match. */
export const listGroups =
  (client: PayClient) =>
  (reconciliationId: string, query: GroupQuery, { signal }: CallOptions = {}): Promise<GroupPage> =>
    client.call(routes.listReconciliationGroups, { params: { reconciliationId }, query, signal });

export const listReconciledBatches =
  (client: PayClient) =>
  async (reconciliationId: string, { signal }: CallOptions = {}): Promise<readonly ReconciledBatch[]> =>
    (await client.call(routes.listReconciledBatches, { params: { reconciliationId }, signal })).batches;

export const explainDifference =
  (client: PayClient) =>
  (reconciliationId: string, differenceId: string, note: string, options: WriteOptions): Promise<Reconciliation> =>
    client.call(routes.explainDifference, { params: { reconciliationId }, body: { differenceId, note }, ...options });

export const closeDay =
  (client: PayClient) =>
  (reconciliationId: string, depositCents: number, options: WriteOptions): Promise<Reconciliation> =>
    client.call(routes.closeDay, { params: { reconciliationId }, body: { depositCents }, ...options });

export const reopenDay =
  (client: PayClient) =>
  (reconciliationId: string, reason: string, options: WriteOptions): Promise<Reconciliation> =>
    client.call(routes.reopenDay, { params: { reconciliationId }, body: { reason }, ...options });

export const listReconciliationDays =
  (client: PayClient) =>
  (locationId: string, range: { from: string; to: string }, { signal }: CallOptions = {}): Promise<DayList> =>
    client.call(routes.listReconciliationDays, { params: { locationId }, query: range, signal });

/** What the company's last upload said about the columns. */
export const readReportMapping =
  (client: PayClient) =>
  async ({ signal }: CallOptions = {}): Promise<ReportColumns | undefined> =>
    (await client.call(routes.readReportMapping, { signal })).columns;

export const closeOpenBatch =
  (client: PayClient) =>
  (locationId: string, options: WriteOptions): Promise<BatchClosing> =>
    client.call(routes.closeOpenBatch, { params: { locationId }, ...options });
