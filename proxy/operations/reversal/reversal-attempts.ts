import type { FailureCause, MoneyBack } from '../../../src/contract/payment.js';
import type { Deps } from '../../deps.js';
import type { Tx } from '../../store/store.js';
import type { AttemptRow } from '../attempts.js';
import { instant } from '../instants.js';

/** Reversals that nobody waits for are looked up slowly: they hold nothing back, and a second one must stay impossible meanwhile. */
export const REVERSAL_LOOK_MS = 60_000;

/** What became of a void or refund; `transactionId` is its own, where the gateway gave it one. */
export type ReversalResult =
  | { readonly state: 'approved'; readonly transactionId?: string; readonly moneyBack?: MoneyBack }
  | { readonly state: 'rejected'; readonly failure?: FailureCause }
  | { readonly state: 'unknown' };

/** Writes the result of a reversal that still waits for one; false when it has one already. */
export async function moveReversal(
  deps: Deps,
  tx: Tx,
  sale: AttemptRow,
  reversalId: string,
  result: ReversalResult,
  lookAgainMs = REVERSAL_LOOK_MS,
): Promise<boolean> {
  const own = result.state === 'approved' ? result.transactionId : undefined;
  const moved = await tx
    .updateTable('gateway_attempt')
    .set({
      state: result.state,
      // A void may be answered with the voided sale itself.
      transaction_id: own === undefined || own === sale.transaction_id ? null : own,
      next_check_at: result.state === 'unknown' ? instant(deps.clock() + lookAgainMs) : null,
    })
    .where('company_id', '=', sale.company_id)
    .where('id', '=', reversalId)
    .where('state', 'in', ['sending', 'unknown', 'review'])
    .returning('id')
    .executeTakeFirst();
  return moved !== undefined;
}

export interface ReversalStart {
  readonly id: string;
  /** The payment or reversal in the books that it is made for. */
  readonly paymentId: string;
  readonly accountId: string;
  readonly kind: 'void' | 'refund';
  readonly amountCents: number;
  readonly feeCents: number;
  readonly isPartial?: boolean;
  readonly reason: string;
  /** When it is looked up unless it has been answered. */
  readonly nextCheckAt: string;
}

/** Commits, in the caller's transaction, that a sale is about to be taken back. */
export async function insertReversal(deps: Deps, tx: Tx, sale: AttemptRow, start: ReversalStart): Promise<void> {
  await tx
    .insertInto('gateway_attempt')
    .values({
      company_id: sale.company_id,
      id: start.id,
      payment_id: start.paymentId,
      account_id: start.accountId,
      kind: start.kind,
      state: 'sending',
      amount_cents: start.amountCents,
      fee_cents: start.feeCents,
      parent_id: sale.id,
      is_partial: start.isPartial ?? false,
      reason: start.reason,
      sent_at: instant(deps.clock()),
      next_check_at: start.nextCheckAt,
    })
    .execute();
}
