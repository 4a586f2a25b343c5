import type { ChargeBackRefusal } from '../../../src/contract/charge-back.js';
import type { Deps } from '../../deps.js';
import type { KometCredit } from '../../komet/port.js';
import { brokenRule, ProblemError } from '../../problem-error.js';
import type { PaymentRow } from '../payment-view.js';
import { creditRefusal } from './overpayment.js';

/** What keeps a payment from being charged back, apart from its date. */
export async function whyNot(
  deps: Deps,
  original: PaymentRow,
  credit: KometCredit | undefined,
): Promise<ChargeBackRefusal | undefined> {
  const reason = reasonOfStatus(original);
  if (reason) return { reason, spentBy: [] };
  return credit && creditRefusal(deps.store.db, original.company_id, credit, original.overpayment_cents);
}

function reasonOfStatus({ concept, status }: PaymentRow): ChargeBackRefusal['reason'] | undefined {
  if (concept !== 'payment') return 'not-a-payment';
  switch (status) {
    case 'approved':
      return undefined;
    case 'charged-back':
      return 'already-charged-back';
    case 'charge-back-requested':
      return 'under-way';
    case 'requested':
    case 'unknown':
      return 'outcome-unknown';
    default:
      return 'not-approved';
  }
}

const DETAILS: Partial<Record<ChargeBackRefusal['reason'], string>> = {
  'not-a-payment': 'A charge back or refund can not be charged back',
  'not-approved': 'This payment took no money, so there is nothing to give back',
  'outcome-unknown': 'It is not known yet whether this payment took money; wait for its outcome',
};

/** The same as a refusal of the request. */
export function problemOf(original: PaymentRow, { reason, spentBy }: ChargeBackRefusal): ProblemError {
  const items = spentBy.map(({ paymentId, controlNumber }) => ({
    id: paymentId,
    paymentId,
    ...(controlNumber !== undefined && { controlNumber }),
  }));
  switch (reason) {
    case 'credit-busy':
      return new ProblemError('credit-busy', { items });
    case 'credit-spent':
      return brokenRule('credit-spent', spentDetail(original, spentBy), { items });
    case 'date-before-payment':
      return brokenRule(reason, `A charge back can't be dated before its payment, ${original.date}`);
    case 'date-in-future':
      return brokenRule(reason, "A charge back can't be dated after today");
    case 'date-locked':
      return brokenRule(reason, 'The books of that day are closed');
    default:
      return brokenRule('payment-not-reversible', DETAILS[reason] ?? 'This payment is charged back already');
  }
}

function spentDetail({ control_number: number }: PaymentRow, spentBy: ChargeBackRefusal['spentBy']): string {
  const users = spentBy.map(({ controlNumber, paymentId }) => `#${String(controlNumber ?? paymentId)}`).join(', ');
  return `Credit that payment #${String(number)} left was used${users ? ` by ${users}` : ''}`;
}
