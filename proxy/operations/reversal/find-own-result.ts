import type { Deps } from '../../deps.js';
import type { MerchantAccount } from '../../gateway/port.js';
import type { AttemptRow } from '../attempts.js';
import type { ReversalResult } from './reversal-attempts.js';

/** `absent`: the gateway has no such reversal, yet. `unclear`: it could not be asked, or shows one of other money. */
export type OwnResult = ReversalResult | { readonly state: 'absent' | 'unclear' };

/** What the gateway has under the reversal's own order-id. */
export async function findOwnResult(
  deps: Deps,
  account: MerchantAccount,
  attempt: AttemptRow,
  saleTransactionId: string,
): Promise<OwnResult> {
  const search = await deps.gateway.findByOrderId(account, attempt.id);
  if (search.kind === 'failed') return { state: 'unclear' };
  const ours = search.transactions.filter(
    ({ type, parentId = saleTransactionId }) => type === attempt.kind && parentId === saleTransactionId,
  );
  const made = ours.find(({ result }) => result === 'approved');
  if (made?.type === 'refund' && made.amountCents !== attempt.amount_cents + attempt.fee_cents)
    return { state: 'unclear' };
  if (made) return { state: 'approved', transactionId: made.id };
  return { state: ours.length > 0 ? 'rejected' : 'absent' };
}
