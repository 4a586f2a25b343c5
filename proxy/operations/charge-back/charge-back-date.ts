import type { ChargeBackRefusal } from '../../../src/contract/charge-back.js';
import type { Actor, Deps } from '../../deps.js';
import { dayIn } from '../instants.js';
import type { PaymentRow } from '../payment-view.js';
import { firstOpenDay } from '../reconcile/closed-days.js';
import { requireLocation } from '../scope.js';

export interface ReversalDay {
  /** Today at the payment's location. */
  readonly today: string;
  readonly date: string;
  readonly refusal?: 'date-before-payment' | 'date-in-future' | 'date-locked';
}

/** The day a reversal is booked on: today unless told, never before its payment (rule R-19), in the future or on a closed day. */
export async function reversalDay(
  deps: Deps,
  actor: Actor,
  original: PaymentRow,
  wanted: string | undefined,
): Promise<ReversalDay> {
  const { timeZone } = await requireLocation(deps, actor, original.location_id);
  const today = dayIn(timeZone, deps.clock());
  const date = wanted ?? today;
  const refusal = dateRefusal(date, original.date, today) ?? (await closedRefusal(deps, original, date));
  return { today, date, ...(refusal && { refusal }) };
}

function dateRefusal(date: string, earliest: string, today: string): ReversalDay['refusal'] {
  if (date < earliest) return 'date-before-payment' satisfies ChargeBackRefusal['reason'];
  return date > today ? 'date-in-future' : undefined;
}

/** Looked at again, under a lock, when the reversal begins. */
async function closedRefusal(deps: Deps, original: PaymentRow, date: string): Promise<ReversalDay['refusal']> {
  const books = { companyId: original.company_id, locationId: original.location_id };
  return (await firstOpenDay(deps.store.db, books, date)) === date ? undefined : 'date-locked';
}
