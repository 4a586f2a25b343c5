import type { Deps } from '../../deps.js';
import type { MerchantAccount } from '../../gateway/port.js';
import type { AttemptRow } from '../attempts.js';
import { deliverPosting } from '../outbox.js';
import { findOwnResult } from './find-own-result.js';
import { finishBookedReversal } from './finish-reversal.js';
import type { ReversalResult } from './reversal-attempts.js';

const DAY_MS = 86_400_000;

/**
 * Settles a charge back or credit refund whose answer was lost. Nothing is sent again: either the gateway shows what became of it,
 * or it can no longer take effect. False when neither is certain yet.
 */
export async function settleBookedReversal(
  deps: Deps,
  account: MerchantAccount,
  attempt: AttemptRow,
  sale: AttemptRow,
): Promise<boolean> {
  const own = await findOwnResult(deps, account, attempt, sale.transaction_id ?? '');
  const isKnown = own.state === 'approved' || own.state === 'rejected';
  const result = isKnown
    ? own
    : own.state === 'absent'
      ? await resultWithoutTrace(deps, account, attempt, sale)
      : undefined;
  // Whoever sent it is gone: it is shown as unknown while its outcome is looked for.
  const shown: ReversalResult | undefined = result ?? (attempt.state === 'sending' ? { state: 'unknown' } : undefined);
  if (shown) await finishBookedReversal(deps, sale, attempt, withWay(shown, attempt));
  if (result) await deliverPosting(deps, attempt.company_id, attempt.payment_id ?? '');
  return result !== undefined;
}

const withWay = (result: ReversalResult, attempt: AttemptRow): ReversalResult =>
  result.state === 'approved' ? { ...result, moneyBack: attempt.kind as 'void' | 'refund' } : result;

const NEVER_MADE: ReversalResult = { state: 'rejected', failure: 'not-found-at-gateway' };

async function resultWithoutTrace(
  deps: Deps,
  account: MerchantAccount,
  attempt: AttemptRow,
  sale: AttemptRow,
): Promise<ReversalResult | undefined> {
  if (attempt.kind === 'refund') return (await isTooLate(deps, account, attempt)) ? NEVER_MADE : undefined;
  const search = await deps.gateway.findById(account, sale.transaction_id ?? '');
  if (search.kind === 'failed') return undefined;
  const own = search.transactions.find(({ id }) => id === sale.transaction_id);
  if (own?.voided) return { state: 'approved' };
  // What has settled can't be voided any more, however late the void arrives.
  return own?.settled ? NEVER_MADE : undefined;
}

/** A refund that isn't there a day after a batch was closed since it was sent never was. */
async function isTooLate(deps: Deps, account: MerchantAccount, { sent_at: from }: AttemptRow): Promise<boolean> {
  const now = deps.clock();
  if (now - Date.parse(from) < DAY_MS) return false;
  const answer = await deps.gateway.listBatches(account, { from, to: new Date(now).toISOString() });
  if (answer.kind === 'failed') return false;
  return answer.batches.some(({ closedAt }) => closedAt !== undefined && now - Date.parse(closedAt) >= DAY_MS);
}
