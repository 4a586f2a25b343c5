import * as routes from '../../src/contract/reconciliation-routes.js';
import { userEndpoint } from '../http/endpoints.js';
import { closeOpenBatches } from '../operations/reconcile/close-batch.js';
import { closeDay } from '../operations/reconcile/close-day.js';
import { listDays } from '../operations/reconcile/days.js';
import { explainDifference } from '../operations/reconcile/explain.js';
import { listGroups } from '../operations/reconcile/list-groups.js';
import { readReportMapping } from '../operations/reconcile/mapping.js';
import { cancelReconciliation, reconcileDay } from '../operations/reconcile/reconcile-day.js';
import { listReconciledBatches } from '../operations/reconcile/run-batches.js';
import { readReconciliation } from '../operations/reconcile/run-rows.js';
import { reopenDay } from '../operations/reconcile/reopen-day.js';
import { replayHeader } from './replay.js';

export const reconciliationEndpoints = [
  userEndpoint(routes.createReconciliation, async ({ deps }, { actor, key, body }) => {
    const { run, replayed } = await reconcileDay(deps)(actor, key, body);
    return { status: run.status === 'running' ? 202 : 201, body: run, headers: replayHeader(replayed) };
  }),
  userEndpoint(routes.readReconciliation, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await readReconciliation(deps)(actor, params.reconciliationId),
  })),
  userEndpoint(routes.listReconciliationGroups, async ({ deps }, { actor, params, query }) => ({
    status: 200,
    body: await listGroups(deps)(actor, params.reconciliationId, query),
  })),
  userEndpoint(routes.listReconciledBatches, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await listReconciledBatches(deps)(actor, params.reconciliationId),
  })),
  userEndpoint(routes.cancelReconciliation, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await cancelReconciliation(deps)(actor, params.reconciliationId),
  })),
  userEndpoint(routes.explainDifference, async ({ deps }, { actor, key, params, body }) => {
    const { run, replayed } = await explainDifference(deps)(actor, { key, id: params.reconciliationId, ...body });
    return { status: 200, body: run, headers: replayHeader(replayed) };
  }),
  userEndpoint(routes.closeDay, async ({ deps }, { actor, key, params, body }) => {
    const { run, replayed } = await closeDay(deps)(actor, { key, id: params.reconciliationId, ...body });
    return { status: 200, body: run, headers: replayHeader(replayed) };
  }),
  userEndpoint(routes.reopenDay, async ({ deps }, { actor, key, params, body }) => {
    const { run, replayed } = await reopenDay(deps)(actor, { key, id: params.reconciliationId, ...body });
    return { status: 200, body: run, headers: replayHeader(replayed) };
  }),
  userEndpoint(routes.listReconciliationDays, async ({ deps }, { actor, params, query }) => ({
    status: 200,
    body: await listDays(deps)(actor, { ...params, ...query }),
  })),
  userEndpoint(routes.readReportMapping, async ({ deps }, { actor }) => ({
    status: 200,
    body: await readReportMapping(deps)(actor),
  })),
  userEndpoint(routes.closeOpenBatch, async ({ deps }, { actor, key, params }) => {
    const { closing, replayed } = await closeOpenBatches(deps)(actor, key, params.locationId);
    return { status: 200, body: closing, headers: replayHeader(replayed) };
  }),
];
