import type { Deps } from '../deps.js';
import type { MerchantAccount } from '../gateway/port.js';
import type { Tx } from '../store/store.js';
import type { AttemptRow } from './attempts.js';
import { recordEvent } from './events.js';
import { instant } from './instants.js';
import { findOwnResult } from './reversal/find-own-result.js';
import { moveReversal, REVERSAL_LOOK_MS, type ReversalResult } from './reversal/reversal-attempts.js';
import { settleBookedReversal } from './reversal/settle-booked.js';

/** Commits what the gateway said of a reversal, once: `sale` is the attempt it takes back. */
export async function finishReversal(
  deps: Deps,
  sale: AttemptRow,
  reversalId: string,
  result: ReversalResult,
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    if (!(await moveReversal(deps, tx, sale, reversalId, result))) return;
    // A refused reversal puts the sale back under watch: the next look decides anew between void and refund.
    if (result.state === 'rejected') await watchAgain(deps, tx, sale);
    if (result.state === 'approved') await markReversed(deps, tx, sale);
  });
}

async function watchAgain(deps: Deps, tx: Tx, sale: AttemptRow): Promise<void> {
  await tx
    .updateTable('gateway_attempt')
    .set({ state: 'not-found', transaction_id: null, next_check_at: instant(deps.clock() + REVERSAL_LOOK_MS) })
    .where('company_id', '=', sale.company_id)
    .where('id', '=', sale.id)
    .execute();
}

async function markReversed(deps: Deps, tx: Tx, sale: AttemptRow): Promise<void> {
  await tx
    .updateTable('gateway_attempt')
    .set({ state: 'reversed', next_check_at: null })
    .where('company_id', '=', sale.company_id)
    .where('id', '=', sale.id)
    .execute();
  await tx
    .updateTable('payment')
    .set({ failure: 'late-charge-reversed', needs_review: false })
    .where('company_id', '=', sale.company_id)
    .where('id', '=', sale.payment_id)
    .execute();
  await recordEvent(tx, {
    companyId: sale.company_id,
    at: instant(deps.clock()),
    actorId: 'recovery',
    action: 'late-charge-reversed',
    entityId: sale.id,
  });
}

/**
 * Settles a reversal whose answer was lost: by its own order-id, or by the state of the sale it takes back. False when neither
 * tells; that proves nothing, for a void or refund may take effect late.
 */
export async function settleReversal(deps: Deps, account: MerchantAccount, attempt: AttemptRow): Promise<boolean> {
  const sale = await deps.store.db
    .selectFrom('gateway_attempt')
    .selectAll()
    .where('company_id', '=', attempt.company_id)
    .where('id', '=', attempt.parent_id)
    .executeTakeFirst();
  if (!sale?.transaction_id) return false;
  if (attempt.payment_id !== sale.payment_id) return settleBookedReversal(deps, account, attempt, sale);
  const own = await findOwnResult(deps, account, attempt, sale.transaction_id);
  const isKnown = own.state === 'approved' || own.state === 'rejected';
  const result = isKnown ? own : await voidedResult(deps, account, sale.transaction_id);
  if (!result) return false;
  await finishReversal(deps, sale, attempt.id, result);
  return true;
}

async function voidedResult(
  deps: Deps,
  account: MerchantAccount,
  saleTransactionId: string,
): Promise<ReversalResult | undefined> {
  const search = await deps.gateway.findById(account, saleTransactionId);
  if (search.kind === 'failed') return undefined;
  return search.transactions.some(({ id, voided }) => id === saleTransactionId && voided)
    ? { state: 'approved' }
    : undefined;
}
