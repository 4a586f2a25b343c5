import type { Selectable } from 'kysely';
import type { Payment } from '../../src/contract/payment.js';
import type { Db } from '../store/store.js';
import type { AllocationTable, CreditUseTable, PaymentTable } from '../store/tables.js';
import { confirmationsOf } from './orders/confirmations.js';

export type PaymentRow = Selectable<PaymentTable>;

/** Payments as the contract shows them, in the order given. */
export async function viewPayments(db: Db, rows: readonly PaymentRow[]): Promise<Payment[]> {
  const [first] = rows;
  if (!first) return [];
  const ids = rows.map((row) => row.id);
  const companyId = first.company_id;
  const allocations = await db
    .selectFrom('payment_allocation')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('payment_id', 'in', ids)
    .orderBy('invoice_number')
    .execute();
  const credits = await db
    .selectFrom('payment_credit')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('payment_id', 'in', ids)
    .execute();
  const pending = await db
    .selectFrom('outbox')
    .select(['payment_id', 'delivered_at'])
    .where('company_id', '=', companyId)
    .where('payment_id', 'in', ids)
    .execute();
  const links = await linksOf(db, companyId, ids);
  const confirmations = await confirmationsOf(db, companyId, ids);
  return rows.map((row) => ({
    ...viewPayment(
      row,
      allocations.filter((line) => line.payment_id === row.id),
      credits.filter((use) => use.payment_id === row.id),
      pending.filter((posting) => posting.payment_id === row.id),
    ),
    confirmation: confirmations.get(row.id) ?? 'none',
    ...links(row.id),
  }));
}

type Links = Pick<Payment, 'reversedBy' | 'replacedById'>;

/** Who charged a payment back and which one took its place. */
async function linksOf(db: Db, companyId: string, ids: readonly string[]): Promise<(id: string) => Links> {
  const later = await db
    .selectFrom('payment')
    .select(['id', 'concept', 'reversal_of_id', 'replaces_id', 'actor_name', 'completed_at'])
    .where('company_id', '=', companyId)
    .where('status', 'in', ['approved', 'charge-back-requested', 'charged-back'])
    .where((eb) => eb.or([eb('reversal_of_id', 'in', ids), eb('replaces_id', 'in', ids)]))
    .orderBy('created_at')
    .execute();
  return (id) => {
    const reversal = later.find((row) => row.reversal_of_id === id && row.concept === 'charge-back');
    const replacement = later.findLast((row) => row.replaces_id === id);
    const reversedBy = reversal?.completed_at ? { name: reversal.actor_name, at: reversal.completed_at } : undefined;
    return present({ reversedBy, replacedById: replacement?.id });
  };
}

export async function viewById(db: Db, companyId: string, paymentId: string): Promise<Payment | undefined> {
  const row = await db
    .selectFrom('payment')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', paymentId)
    .executeTakeFirst();
  return row && (await viewPayments(db, [row]))[0];
}

/** Leaves out members without a value, so that absent stays absent on the wire. */
function present<T extends object>(members: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== undefined),
  ) as never;
}

function viewPayment(
  row: PaymentRow,
  allocations: readonly Selectable<AllocationTable>[],
  credits: readonly Selectable<CreditUseTable>[],
  postings: readonly { delivered_at: string | null }[],
): Omit<Payment, 'confirmation'> {
  return {
    id: row.id,
    concept: row.concept,
    status: row.status,
    needsReview: row.needs_review,
    locationId: row.location_id,
    customerId: row.customer_id,
    customerName: row.customer_name,
    method: row.method,
    date: row.date,
    amountCents: row.amount_cents,
    feeCents: row.fee_cents,
    totalCents: row.amount_cents + row.fee_cents,
    appliedCents: row.applied_cents,
    creditsAppliedCents: row.credits_applied_cents,
    discountCents: row.discount_cents,
    overpaymentCents: row.overpayment_cents,
    allocations: allocations.map(viewAllocation),
    credits: credits.map((use) => ({ creditId: use.credit_id, amountCents: use.amount_cents })),
    posting: postingState(postings),
    createdBy: { id: row.actor_id, name: row.actor_name },
    createdAt: row.created_at,
    ...viewOptionals(row),
  };
}

function viewAllocation(line: Selectable<AllocationTable>): Payment['allocations'][number] {
  return {
    invoiceId: line.invoice_id,
    invoiceNumber: line.invoice_number,
    amountCents: line.amount_cents,
    discountCents: line.discount_cents,
    ...present({ balanceAfterCents: line.balance_after_cents }),
  };
}

function postingState(postings: readonly { delivered_at: string | null }[]): Payment['posting'] {
  if (postings.length === 0) return 'none';
  return postings.every((posting) => posting.delivered_at !== null) ? 'posted' : 'pending';
}

function viewOptionals(row: PaymentRow): Partial<Payment> {
  const card = row.card_brand && row.card_last4 ? { brand: row.card_brand, last4: row.card_last4 } : undefined;
  return present({
    controlNumber: row.control_number,
    orderId: row.order_id,
    card: card && { ...card, ...present({ cardId: row.card_id }) },
    savedCard: row.saved_card_status && { status: row.saved_card_status, ...present({ cardId: row.saved_card_id }) },
    terminalId: row.terminal_id,
    transactionId: row.transaction_id,
    authorizationCode: row.authorization_code,
    batchId: row.batch_id,
    decline: row.decline_cause && { cause: row.decline_cause, ...present({ code: row.decline_code }) },
    failure: row.failure,
    notes: row.notes,
    completedAt: row.completed_at,
    reversalOfId: row.reversal_of_id,
    moneyBack: row.money_back,
    reversedById: row.reversed_by_id,
    replacesId: row.replaces_id,
  });
}
