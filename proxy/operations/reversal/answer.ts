import type { Payment } from '../../../src/contract/payment.js';
import type { Deps } from '../../deps.js';
import { ProblemError } from '../../problem-error.js';
import type { PaymentRow } from '../payment-view.js';
import { lookUpIfDue } from '../recover.js';
import { answerOf } from '../take-payment.js';

export interface ReversalAnswer {
  /** 201: the money is back, and the books say so; 202: not known yet. */
  readonly status: 201 | 202;
  readonly payment: Payment;
  readonly replayed: boolean;
}

export function findByKey({ store }: Deps, companyId: string, key: string): Promise<PaymentRow | undefined> {
  return store.db
    .selectFrom('payment')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
}

/** Where a charge back or refund stands; one whose outcome is unknown is looked up at the gateway first, if that is due. */
export async function answerReversal(
  deps: Deps,
  companyId: string,
  reversalId: string,
  replayed: boolean,
): Promise<ReversalAnswer> {
  if (replayed) await lookUpIfDue(deps, companyId, reversalId);
  const { status, payment } = await answerOf(deps, companyId, reversalId);
  if (status === 201 || status === 202) return { status, payment, replayed };
  throw new ProblemError('reversal-failed', { payment, replayed });
}
