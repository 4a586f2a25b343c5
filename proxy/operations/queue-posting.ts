import type { Posting } from '../komet/port.js';
import type { Tx } from '../store/store.js';
import type { PaymentRow } from './payment-view.js';

/** Writes the posting for Komet in the transaction that books the payment, so that neither exists without the other. */
export async function queuePosting(tx: Tx, row: PaymentRow, at: string): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({
      company_id: row.company_id,
      id: row.id,
      payment_id: row.id,
      posting: JSON.stringify(await postingOf(tx, row)),
      created_at: at,
      next_try_at: at,
    })
    .execute();
}

/** The entry for Komet's books; a reversal's amounts are positive too, its concept tells the direction. */
async function postingOf(tx: Tx, row: PaymentRow): Promise<Posting> {
  const allocations = await tx
    .selectFrom('payment_allocation')
    .selectAll()
    .where('company_id', '=', row.company_id)
    .where('payment_id', '=', row.id)
    .orderBy('invoice_number')
    .execute();
  const credits = await tx
    .selectFrom('payment_credit')
    .selectAll()
    .where('company_id', '=', row.company_id)
    .where('payment_id', '=', row.id)
    .execute();
  return {
    key: row.id,
    concept: row.concept,
    ...(row.reversal_of_id && { reversalOfKey: row.reversal_of_id }),
    controlNumber: row.control_number ?? 0,
    customerId: row.customer_id,
    locationId: row.location_id,
    method: row.method,
    date: row.date,
    amountCents: Math.abs(row.amount_cents),
    feeCents: Math.abs(row.fee_cents),
    // What a refund takes of an overpayment is one of its credits.
    overpaymentCents: row.concept === 'refund' ? 0 : Math.abs(row.overpayment_cents),
    reference: row.transaction_id ?? row.id,
    ...(row.notes && { notes: row.notes }),
    allocations: allocations.map((line) => ({
      invoiceId: line.invoice_id,
      invoiceNumber: line.invoice_number,
      amountCents: Math.abs(line.amount_cents),
      discountCents: Math.abs(line.discount_cents),
    })),
    credits: credits.map((use) => ({ creditId: use.credit_id, amountCents: Math.abs(use.amount_cents) })),
  };
}
