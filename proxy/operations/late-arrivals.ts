import type { Deps } from '../deps.js';
import type { GatewayOutcome, GatewayTransaction } from '../gateway/port.js';
import { isUniqueViolation } from '../store/store.js';
import { askPerson } from './ask-person.js';
import type { AttemptRow } from './attempts.js';
import { instant } from './instants.js';
import { openAccountById } from './merchant-accounts.js';
import { insertReversal, REVERSAL_LOOK_MS, type ReversalResult } from './reversal/reversal-attempts.js';
import { finishReversal } from './settle-reversal.js';

type ReversalKind = 'void' | 'refund';

const MOST_REFUSALS = 6;

/**
 * Gives back a sale that was counted as never made and turned up after all. Its invoices may have been paid again since, so
 * it is never booked.
 */
export async function reverseLateArrival(deps: Deps, late: AttemptRow, sale: GatewayTransaction): Promise<void> {
  deps.log.error('late-charge-found', { companyId: late.company_id, attemptId: late.id, transactionId: sale.id });
  const refused = await refusedReversals(deps, late);
  if (refused.length >= MOST_REFUSALS) return askPerson(deps, late, 'reversal-refused');
  // A batch may close between the look and the void, before the search says so.
  const kind = sale.settled || refused.at(-1) === 'void' ? 'refund' : 'void';
  const id = deps.newId();
  if (!(await beginReversal(deps, late, sale, kind, id))) return;
  const account = await openAccountById(deps, late.company_id, late.account_id);
  const request = { orderId: id, transactionId: sale.id, amountCents: sale.amountCents + sale.feeCents };
  const outcome = await deps.gateway[kind](account, request).catch((): GatewayOutcome => ({
    kind: 'unknown',
    reason: 'unreadable',
  }));
  await finishReversal(deps, { ...late, transaction_id: sale.id }, id, resultOf(outcome));
}

function resultOf(outcome: GatewayOutcome): ReversalResult {
  if (outcome.kind === 'approved') return { state: 'approved', transactionId: outcome.transaction.id };
  return { state: outcome.kind === 'unknown' ? 'unknown' : 'rejected' };
}

async function refusedReversals(deps: Deps, late: AttemptRow): Promise<ReversalKind[]> {
  const rows = await deps.store.db
    .selectFrom('gateway_attempt')
    .select('kind')
    .where('company_id', '=', late.company_id)
    .where('parent_id', '=', late.id)
    .where('state', '=', 'rejected')
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.kind as ReversalKind);
}

/** Commits the intent to reverse; false when somebody else is at it, or a person has to look. */
async function beginReversal(
  deps: Deps,
  late: AttemptRow,
  sale: GatewayTransaction,
  kind: ReversalKind,
  id: string,
): Promise<boolean> {
  try {
    await deps.store.transaction(async (tx) => {
      await insertReversal(deps, tx, late, {
        id,
        paymentId: late.payment_id ?? late.id,
        accountId: late.account_id,
        kind,
        amountCents: late.amount_cents,
        feeCents: late.fee_cents,
        reason: 'late-charge',
        nextCheckAt: instant(deps.clock() + REVERSAL_LOOK_MS),
      });
      await tx
        .updateTable('gateway_attempt')
        .set({ transaction_id: sale.id, next_check_at: null, state: 'reversing' })
        .where('company_id', '=', late.company_id)
        .where('id', '=', late.id)
        .execute();
    });
    return true;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const bookedElsewhere = isUniqueViolation(error, 'gateway_attempt_transaction');
    if (bookedElsewhere) await askPerson(deps, late, 'transaction-booked-elsewhere');
    return false;
  }
}
