import type { Insertable } from 'kysely';
import type { Store } from '../../proxy/store/store.js';
import type { AttemptTable, PaymentTable } from '../../proxy/store/tables.js';

const NOON = '2025-11-20T12:00:00.000Z';

/** A payment row of nothing, valid as it stands. */
export function payment(
  company: string,
  id: string,
  members: Partial<Insertable<PaymentTable>> = {},
): Insertable<PaymentTable> {
  const money = { amount_cents: 0, fee_cents: 0, applied_cents: 0, credits_applied_cents: 0, discount_cents: 0 };
  return {
    ...EMPTY,
    ...money,
    company_id: company,
    id,
    idempotency_key: `key-of-${id}`,
    ...members,
  };
}

const EMPTY = {
  fingerprint: 'f',
  control_number: null,
  concept: 'payment',
  status: 'requested',
  location_id: 'miami',
  customer_id: '25',
  customer_name: 'Petal & Stem',
  order_id: null,
  method: 'in-app',
  date: '2025-11-20',
  overpayment_cents: 0,
  card_id: null,
  card_brand: null,
  card_last4: null,
  save_card_as: null,
  saved_card_status: null,
  saved_card_id: null,
  terminal_id: null,
  transaction_id: null,
  authorization_code: null,
  batch_id: null,
  decline_cause: null,
  decline_code: null,
  failure: null,
  notes: null,
  duplicate_reason: null,
  actor_id: 'ana',
  actor_name: 'Ana',
  created_at: NOON,
  completed_at: null,
  reversal_of_id: null,
  reversed_by_id: null,
  answer: null,
} as const;

export async function insert(store: Store, row: Insertable<PaymentTable>): Promise<void> {
  await store.db.insertInto('payment').values(row).execute();
}

/** A payment with its allocation, committed together. */
export async function takenPayment(
  store: Store,
  company: string,
  id: string,
  members: Partial<Insertable<PaymentTable>> = {},
): Promise<void> {
  const row = payment(company, id, members);
  await store.transaction(async (tx) => {
    await tx.insertInto('payment').values(row).execute();
    if (row.applied_cents === 0) return;
    const line = { company_id: company, payment_id: id, invoice_id: 'i1', invoice_number: '1', discount_cents: 0 };
    await tx
      .insertInto('payment_allocation')
      .values({ ...line, amount_cents: row.applied_cents, balance_after_cents: null })
      .execute();
  });
}

/** A sale that was approved, without a payment. */
export function attempt(
  company: string,
  id: string,
  members: Partial<Insertable<AttemptTable>> = {},
): Insertable<AttemptTable> {
  return {
    company_id: company,
    id,
    payment_id: null,
    account_id: 'miami',
    kind: 'sale',
    state: 'approved',
    amount_cents: 0,
    fee_cents: 0,
    parent_id: null,
    transaction_id: null,
    reason: null,
    sent_at: NOON,
    next_check_at: null,
    ...members,
  };
}
