import type { BatchClosing, Reconciliation } from '../../../contract/reconciliation.js';
import type { PayClient, WriteOptions } from '../../../services/call.js';
import { closeDay, closeOpenBatch, explainDifference, reopenDay } from '../../../services/reconciliations.js';

/** What a clerk can do to a compared day. */
export type DayAct =
  | { readonly kind: 'explain'; readonly runId: string; readonly differenceId: string; readonly note: string }
  | { readonly kind: 'close'; readonly runId: string; readonly depositCents: number }
  | { readonly kind: 'reopen'; readonly runId: string; readonly reason: string }
  | { readonly kind: 'close-batch'; readonly locationId: string };

export type DayOutcome =
  | { readonly kind: 'explain' | 'close' | 'reopen'; readonly run: Reconciliation }
  | { readonly kind: 'close-batch'; readonly batches: BatchClosing['batches'] };

export async function doAct(client: PayClient, act: DayAct, options: WriteOptions): Promise<DayOutcome> {
  switch (act.kind) {
    case 'explain':
      return { kind: act.kind, run: await explainDifference(client)(act.runId, act.differenceId, act.note, options) };
    case 'close':
      return { kind: act.kind, run: await closeDay(client)(act.runId, act.depositCents, options) };
    case 'reopen':
      return { kind: act.kind, run: await reopenDay(client)(act.runId, act.reason, options) };
    case 'close-batch':
      return { kind: act.kind, batches: (await closeOpenBatch(client)(act.locationId, options)).batches };
  }
}
