import { sql } from 'kysely';
import type { BatchClosing } from '../../../src/contract/reconciliation.js';
import type { Actor, Deps } from '../../deps.js';
import type { BatchTotals, CloseBatchOutcome, GatewayBatch } from '../../gateway/port.js';
import { ProblemError } from '../../problem-error.js';
import { recordEvent } from '../events.js';
import { atMostOnce } from '../idempotency.js';
import { instant } from '../instants.js';
import type { AccountRow } from '../account-row.js';
import { openAccount } from '../merchant-accounts.js';
import { requireLocation, requireLocationRight } from '../scope.js';

const LOOK_BACK_MS = 5 * 86_400_000;
/** Longer than any call to the gateway takes. */
const SENDING_MS = 3_600_000;

type Closed = BatchClosing['batches'][number];

/** Closes the open batch of each terminal of a location, provided the processor's totals are ours. */
export function closeOpenBatches(deps: Deps) {
  return async (
    actor: Actor,
    key: string,
    locationId: string,
  ): Promise<{ closing: BatchClosing; replayed: boolean }> => {
    requireLocationRight(actor, 'reconcile');
    await requireLocation(deps, actor, locationId);
    const request = { operation: 'close-batch', key, body: { locationId } };
    const { value, replayed } = await atMostOnce(deps)<BatchClosing>(actor, request, async (commit) => {
      const accounts = await readyAccounts(deps, actor.companyId, locationId);
      const batches: Closed[] = [];
      for (const account of accounts) batches.push(await closeOne(deps, account));
      const closing = { batches };
      await deps.store.transaction(async (tx) => {
        await commit(tx, closing);
        const at = instant(deps.clock());
        const members = { batches };
        const who = { companyId: actor.companyId, actorId: actor.id, entityId: locationId };
        await recordEvent(tx, { ...who, at, action: 'batch-closed', members });
      });
      return closing;
    });
    return { closing: value, replayed };
  };
}

async function readyAccounts(deps: Deps, companyId: string, locationId: string): Promise<AccountRow[]> {
  const rows = await deps.store.db
    .selectFrom('merchant_account')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('location_id', '=', locationId)
    .where('state', '=', 'ready')
    .orderBy('id')
    .execute();
  if (rows.length > 0) return rows;
  throw new ProblemError('not-ready-to-charge');
}

async function closeOne(deps: Deps, row: AccountRow): Promise<Closed> {
  const account = await openAccount(deps, row);
  const terminalId = row.merchant_terminal_id ?? row.id;
  const now = deps.clock();
  const list = await deps.gateway.listBatches(account, { from: instant(now - LOOK_BACK_MS), to: instant(now) });
  if (list.kind === 'failed') return { terminalId, outcome: 'failed' };
  const open = list.batches.find((batch) => batch.status === 'open' && batch.terminalId === row.merchant_terminal_id);
  if (!open) return { terminalId, outcome: 'no-open-batch' };
  const ours = await totalsOf(deps, row, open.id, sinceOf(open, list.batches));
  const outcome = await deps.gateway.closeBatch(account, ours);
  const theirs = { netCents: open.netCents, count: open.salesCount + open.refundCount };
  const differs = outcome.kind === 'differs' && { processor: theirs };
  return { terminalId, batchId: open.id, outcome: wordOf(outcome), ...ours, ...differs };
}

/** A lost answer may have closed it: the list of batches tells, so it counts as on its way. */
const wordOf = ({ kind }: CloseBatchOutcome): Closed['outcome'] => (kind === 'unknown' ? 'pending' : kind);

/** A batch opens as its first transaction arrives, a moment after that was sent: what was sent since the one before was closed is in it. */
function sinceOf({ terminalId, openedAt }: GatewayBatch, batches: readonly GatewayBatch[]): number {
  const earlier = batches.flatMap((batch) => (batch.terminalId === terminalId ? (batch.closedAt ?? []) : []));
  return Math.max(Date.parse(openedAt ?? instant(0)) - SENDING_MS, ...earlier.map((at) => Date.parse(at)));
}

/**
 * What stands in the batch by our books: sales that were not voided, less refunds. A sale names its batch, whose number may have been
 * used long before.
 */
async function totalsOf(deps: Deps, row: AccountRow, batchId: string, since: number): Promise<BatchTotals> {
  const { count, net } = await deps.store.db
    .selectFrom('gateway_attempt as attempt')
    .innerJoin('payment', (join) =>
      join.onRef('payment.company_id', '=', 'attempt.company_id').onRef('payment.id', '=', 'attempt.payment_id'),
    )
    .where('attempt.company_id', '=', row.company_id)
    .where('attempt.account_id', '=', row.id)
    .where('attempt.state', '=', 'approved')
    .where('attempt.sent_at', '>=', instant(since - SENDING_MS))
    .where((eb) =>
      eb.or([
        eb('payment.batch_id', '=', batchId),
        eb.and([eb('attempt.kind', '=', 'refund'), eb('attempt.sent_at', '>=', instant(since))]),
      ]),
    )
    .where('attempt.kind', 'in', ['sale', 'refund'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('gateway_attempt as reversal')
            .select('reversal.id')
            .whereRef('reversal.company_id', '=', 'attempt.company_id')
            .whereRef('reversal.parent_id', '=', 'attempt.id')
            .where('reversal.kind', '=', 'void')
            .where('reversal.state', '=', 'approved'),
        ),
      ),
    )
    .select([
      sql<number>`count(*)::int`.as('count'),
      sql<number>`coalesce(sum(case when attempt.kind = 'sale' then attempt.amount_cents + attempt.fee_cents
        else -(attempt.amount_cents + attempt.fee_cents) end), 0)::bigint`.as('net'),
    ])
    .executeTakeFirstOrThrow();
  return { count, netCents: net };
}
