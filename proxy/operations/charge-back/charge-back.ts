import type { ChargeBackRequest } from '../../../src/contract/charge-back.js';
import type { MoneyBack } from '../../../src/contract/payment.js';
import { isOutcomeKnown } from '../../../src/domain/payment-status.js';
import type { Actor, Deps } from '../../deps.js';
import { ProblemError } from '../../problem-error.js';
import { fingerprintOf } from '../fingerprint.js';
import { deliverPosting } from '../outbox.js';
import type { PaymentRow } from '../payment-view.js';
import { answerReversal, findByKey, type ReversalAnswer } from '../reversal/answer.js';
import { beginOnce } from '../reversal/begin-once.js';
import { returnMoney } from '../reversal/return-money.js';
import { findCharge, readWayBack, requireAccountOf } from '../reversal/way-back.js';
import { beginChargeBack, type ChargeBackPlan } from './begin-charge-back.js';
import { reversalDay } from './charge-back-date.js';
import { findChargeBack, requireOriginal } from './original.js';
import { readOverpayment } from './overpayment.js';
import { readReopened } from './reopened.js';
import { problemOf, whyNot } from './why-not.js';

export interface ChargeBackCall {
  readonly key: string;
  readonly paymentId: string;
  readonly request: ChargeBackRequest;
}

/**
 * Charges a payment back once, always the whole of it with its fee (rules ). The mirrored payment is committed before the
 * gateway is asked, a single time. Whoever asks for a charge back that is there already gets that one.
 */
export function chargeBack(deps: Deps) {
  return async (actor: Actor, { key, paymentId, request }: ChargeBackCall): Promise<ReversalAnswer> => {
    const original = await requireOriginal(deps, actor, paymentId);
    const fingerprint = await fingerprintOf(actor.companyId, { chargeBack: paymentId, ...request });
    const { begun, answer } = await beginOnce(
      () => earlierAnswer(deps, actor, original, key, fingerprint),
      async () => {
        const plan = await planChargeBack(deps, actor, original, request);
        return beginChargeBack(deps, actor, { ...plan, key, fingerprint });
      },
    );
    if (!begun) return answer;
    if (begun.call) await returnMoney(deps, begun.call);
    await deliverPosting(deps, actor.companyId, begun.id);
    return answerReversal(deps, actor.companyId, begun.id, false);
  };
}

/** The same request again, or another one for a payment that is charged back: the first's result. */
async function earlierAnswer(
  deps: Deps,
  actor: Actor,
  original: PaymentRow,
  key: string,
  fingerprint: string,
): Promise<ReversalAnswer | undefined> {
  const same = await findByKey(deps, actor.companyId, key);
  if (same && same.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
  const earlier = same ?? (await findChargeBack(deps.store.db, original));
  return earlier && answerReversal(deps, actor.companyId, earlier.id, true);
}

type Planned = Omit<ChargeBackPlan, 'key' | 'fingerprint'>;

async function planChargeBack(
  deps: Deps,
  actor: Actor,
  original: PaymentRow,
  request: ChargeBackRequest,
): Promise<Planned> {
  const credit = isOutcomeKnown(original.status) ? await readOverpayment(deps, original) : undefined;
  const refusal = await whyNot(deps, original, credit);
  if (refusal) throw problemOf(original, refusal);
  const day = await reversalDay(deps, actor, original, request.date);
  if (day.refusal) throw problemOf(original, { reason: day.refusal, spentBy: [] });
  const reopened = await readReopened(deps, original).catch(() => []);
  return {
    original,
    date: day.date,
    reason: request.reason,
    credit,
    openAfter: new Map(
      reopened.flatMap((line) => (line.openAfterCents === undefined ? [] : [[line.invoiceId, line.openAfterCents]])),
    ),
    ...(await planMoney(deps, original, request)),
  };
}

async function planMoney(
  deps: Deps,
  original: PaymentRow,
  { scope }: ChargeBackRequest,
): Promise<Pick<Planned, 'moneyBack' | 'charge' | 'account'>> {
  const charge = await findCharge(deps.store.db, original.company_id, original.id);
  if (!charge) return { moneyBack: 'nothing-charged' };
  if (scope === 'books-only') return { moneyBack: 'books-only', charge };
  const account = await requireAccountOf(deps, charge, original.location_id);
  const moneyBack: MoneyBack | undefined = await readWayBack(deps, account, charge);
  if (!moneyBack) throw new ProblemError('gateway-unreachable');
  return { moneyBack, charge, account };
}
