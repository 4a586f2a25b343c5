import type { Insertable } from 'kysely';
import type { Actor } from '../../deps.js';
import type { PaymentTable } from '../../store/tables.js';
import type { PaymentRow } from '../payment-view.js';

export interface ReversalDecision {
  readonly id: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly date: string;
  readonly reason: string | null;
  readonly createdAt: string;
}

/** Zero less a number, which unlike a minus sign leaves zero as it is. */
export const negative = (cents: number): number => 0 - cents;

/** What every row that takes money of a payment back has of it. */
export function rowAgainst(
  original: PaymentRow,
  actor: Actor,
  decision: ReversalDecision,
): Omit<Insertable<PaymentTable>, 'concept' | `${string}_cents`> {
  return {
    company_id: original.company_id,
    id: decision.id,
    idempotency_key: decision.key,
    fingerprint: decision.fingerprint,
    status: 'requested',
    location_id: original.location_id,
    customer_id: original.customer_id,
    customer_name: original.customer_name,
    order_id: original.order_id,
    method: original.method,
    date: decision.date,
    card_id: original.card_id,
    card_brand: original.card_brand,
    card_last4: original.card_last4,
    terminal_id: original.terminal_id,
    notes: decision.reason,
    actor_id: actor.id,
    actor_name: actor.name,
    created_at: decision.createdAt,
    reversal_of_id: original.id,
  };
}

/** The money of a payment with the opposite sign (rule R-18). */
export const mirroredMoney = (original: PaymentRow) => ({
  amount_cents: negative(original.amount_cents),
  fee_cents: negative(original.fee_cents),
  applied_cents: negative(original.applied_cents),
  credits_applied_cents: negative(original.credits_applied_cents),
  discount_cents: negative(original.discount_cents),
  overpayment_cents: negative(original.overpayment_cents),
});
