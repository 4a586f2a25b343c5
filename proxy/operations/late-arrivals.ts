import type { Deps } from '../deps.js';
import type { GatewayOutcome, GatewayTransaction, MerchantAccount } from '../gateway/port.js';
import { isUniqueViolation } from '../store/store.js';
import { recordEvent } from './events.js';
import { instant } from './instants.js';
import { openAccountById } from './merchant-accounts.js';
import type { AttemptRow } from './recover.js';

/** Reversals are looked up slowly: they hold nothing back, and a second one must stay impossible meanwhile. */
const REVERSAL_CHECK_MS = 60_000;

/**
 * Gives back a sale that was counted as never made and turned up after all. Its invoices may have been paid again since, so
 * it is never booked.
 */
export async function reverseLateArrival(deps: Deps, late: AttemptRow, sale: GatewayTransaction): Promise<void> {
  deps.log.error('late-charge-found', { companyId: late.company_id, attemptId: late.id, transactionId: sale.id });
  const kind = sale.settled ? 'refund' : 'void';
  const reversalId = deps.newId();
  if (!(await beginReversal(deps, late, sale, kind, reversalId))) return;
  const account = await openAccountById(deps, late.company_id, late.account_id);
  const request = { orderId: reversalId, transactionId: sale.id, amountCents: sale.amountCents + sale.feeCents };
  const outcome = await deps.gateway[kind](account, request).catch((): GatewayOutcome => ({
    kind: 'unknown',
    reason: 'unreadable',
  }));
  await finishReversal(deps, late, reversalId, outcome);
}

async function beginReversal(
  deps: Deps,
  late: AttemptRow,
  sale: GatewayTransaction,
  kind: 'void' | 'refund',
  id: string,
): Promise<boolean> {
  try {
    await deps.store.transaction(async (tx) => {
      await tx
        .insertInto('gateway_attempt')
        .values(reversalOf(late, kind, id, deps.clock()))
        .execute();
      await tx
        .updateTable('gateway_attempt')
        .set({ transaction_id: sale.id, next_check_at: null, state: 'reversing' })
        .where('company_id', '=', late.company_id)
        .where('id', '=', late.id)
        .execute();
    });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}

const reversalOf = (late: AttemptRow, kind: 'void' | 'refund', id: string, now: number) => ({
  company_id: late.company_id,
  id,
  payment_id: late.payment_id,
  account_id: late.account_id,
  kind,
  state: 'sending' as const,
  amount_cents: late.amount_cents,
  fee_cents: late.fee_cents,
  parent_id: late.id,
  reason: 'late-charge',
  sent_at: instant(now),
  next_check_at: instant(now + REVERSAL_CHECK_MS),
});

async function finishReversal(
  deps: Deps,
  late: AttemptRow,
  reversalId: string,
  outcome: GatewayOutcome,
): Promise<void> {
  const done = outcome.kind === 'approved';
  const refused = outcome.kind === 'declined' || outcome.kind === 'rejected';
  const state = done ? 'approved' : refused ? 'rejected' : 'unknown';
  await deps.store.transaction(async (tx) => {
    await tx
      .updateTable('gateway_attempt')
      .set({
        state,
        transaction_id: done ? outcome.transaction.id : null,
        next_check_at: state === 'unknown' ? instant(deps.clock() + REVERSAL_CHECK_MS) : null,
      })
      .where('company_id', '=', late.company_id)
      .where('id', '=', reversalId)
      .execute();
    // A refused reversal puts the sale back under watch: the next look decides anew between void and refund.
    if (refused) await watchAgain(deps, tx, late);
    if (done) await markReversed(deps, tx, late);
  });
}

type Tx = Parameters<Parameters<Deps['store']['transaction']>[0]>[0];

async function watchAgain(deps: Deps, tx: Tx, late: AttemptRow): Promise<void> {
  await tx
    .updateTable('gateway_attempt')
    .set({ state: 'not-found', transaction_id: null, next_check_at: instant(deps.clock() + REVERSAL_CHECK_MS) })
    .where('company_id', '=', late.company_id)
    .where('id', '=', late.id)
    .execute();
}

async function markReversed(deps: Deps, tx: Tx, late: AttemptRow): Promise<void> {
  const at = instant(deps.clock());
  await tx
    .updateTable('gateway_attempt')
    .set({ state: 'reversed', next_check_at: null })
    .where('company_id', '=', late.company_id)
    .where('id', '=', late.id)
    .execute();
  await tx
    .updateTable('payment')
    .set({ failure: 'late-charge-reversed' })
    .where('company_id', '=', late.company_id)
    .where('id', '=', late.payment_id)
    .execute();
  await recordEvent(tx, {
    companyId: late.company_id,
    at,
    actorId: 'recovery',
    action: 'late-charge-reversed',
    entityId: late.id,
  });
}

/** Settles a reversal whose answer was lost: by its own order-id, or by the state of the sale it takes back. */
export async function settleReversal(
  deps: Deps,
  account: MerchantAccount,
  attempt: AttemptRow,
  later: () => Promise<void>,
): Promise<void> {
  const parent = await deps.store.db
    .selectFrom('gateway_attempt')
    .selectAll()
    .where('company_id', '=', attempt.company_id)
    .where('id', '=', attempt.parent_id)
    .executeTakeFirst();
  if (!parent?.transaction_id) return later();
  const own = await deps.gateway.findByOrderId(account, attempt.id);
  const made =
    own.kind === 'answered'
      ? own.transactions.find((transaction) => transaction.parentId === parent.transaction_id)
      : undefined;
  if (made?.result === 'approved') {
    return finishReversal(deps, parent, attempt.id, { kind: 'approved', transaction: made });
  }
  const sale = await deps.gateway.findById(account, parent.transaction_id);
  const voided =
    sale.kind === 'answered'
      ? sale.transactions.find((found) => found.id === parent.transaction_id && found.voided)
      : undefined;
  if (!voided) return later();
  return finishReversal(deps, parent, attempt.id, {
    kind: 'approved',
    transaction: { ...voided, id: `void-of-${voided.id}` },
  });
}
