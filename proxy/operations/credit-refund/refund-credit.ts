import type { CreditRefundRequest } from '../../../src/contract/credit-refund.js';
import type { Actor, Deps } from '../../deps.js';
import type { KometCredit } from '../../komet/port.js';
import { brokenRule, ProblemError } from '../../problem-error.js';
import { reversalDay } from '../charge-back/charge-back-date.js';
import { problemOf } from '../charge-back/why-not.js';
import { fingerprintOf } from '../fingerprint.js';
import { deliverPosting } from '../outbox.js';
import { answerReversal, findByKey, type ReversalAnswer } from '../reversal/answer.js';
import { beginOnce } from '../reversal/begin-once.js';
import { returnMoney } from '../reversal/return-money.js';
import { requireAccountOf } from '../reversal/way-back.js';
import { requireCustomer, requireLocation, requirePermission } from '../scope.js';
import { beginRefund, type RefundPlan } from './begin-refund.js';
import { findSource } from './source.js';

/**
 * Returns an open credit, or a part of it, to the card whose payment it came from: never more than is open on it, nor than is left of
 * that charge. A refund that fails leaves the credit as it was (rule R-30); one that is made can't be taken back (rule R-26).
 */
export function refundCredit(deps: Deps) {
  return async (
    actor: Actor,
    { key, request }: { key: string; request: CreditRefundRequest },
  ): Promise<ReversalAnswer> => {
    requirePermission(actor, 'refund');
    await requireLocation(deps, actor, request.locationId);
    await requireCustomer(deps, actor, request.customerId);
    const fingerprint = await fingerprintOf(actor.companyId, { creditRefund: request });
    const { begun: call, answer } = await beginOnce(
      () => earlierAnswer(deps, actor, key, fingerprint),
      async () => {
        const plan = await planRefund(deps, actor, request);
        return beginRefund(deps, actor, { ...plan, key, fingerprint });
      },
    );
    if (!call) return answer;
    await returnMoney(deps, call);
    await deliverPosting(deps, actor.companyId, call.reversalId);
    return answerReversal(deps, actor.companyId, call.reversalId, false);
  };
}

async function earlierAnswer(
  deps: Deps,
  actor: Actor,
  key: string,
  fingerprint: string,
): Promise<ReversalAnswer | undefined> {
  const same = await findByKey(deps, actor.companyId, key);
  if (!same) return undefined;
  if (same.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
  return answerReversal(deps, actor.companyId, same.id, true);
}

async function planRefund(
  deps: Deps,
  actor: Actor,
  request: CreditRefundRequest,
): Promise<Omit<RefundPlan, 'key' | 'fingerprint'>> {
  const credit = await requireCredit(deps, actor, request);
  const source = await findSource(deps, actor.companyId, credit);
  if (source?.payment.location_id !== request.locationId) {
    throw brokenRule('credit-not-refundable', 'This credit did not come from a card payment of this location', {
      items: [{ id: credit.id }],
    });
  }
  const day = await reversalDay(deps, actor, source.payment, request.date);
  if (day.refusal) throw problemOf(source.payment, { reason: day.refusal, spentBy: [] });
  const account = await requireAccountOf(deps, source.charge, request.locationId);
  const { amountCents, reason } = request;
  return { credit, source, account, amountCents, date: day.date, reason: reason ?? null };
}

async function requireCredit(deps: Deps, actor: Actor, request: CreditRefundRequest): Promise<KometCredit> {
  const [credit] = await deps.komet.readCredits(actor.companyId, [request.creditId]);
  if (credit?.customerId === request.customerId && credit.locationId === request.locationId) return credit;
  const items = [{ id: request.creditId }];
  throw brokenRule('credit-not-open', 'The credit is not one of this customer at this location', { items });
}
