import { sql } from 'kysely';
import type { FailureCause } from '../../../src/contract/payment.js';
import type { Deps } from '../../deps.js';
import type { Tx } from '../../store/store.js';
import { nextControlNumber, releaseHolds, useItem } from '../book-approved.js';
import { recordEvent } from '../events.js';
import { instant } from '../instants.js';
import type { PaymentRow } from '../payment-view.js';
import { queuePosting } from '../queue-posting.js';
import type { ReversalResult } from './reversal-attempts.js';

type Approved = Omit<Extract<ReversalResult, { state: 'approved' }>, 'state'>;

/** Brings a charge back or refund, in the caller's transaction, to where its money is. */
export async function bookResult(deps: Deps, tx: Tx, row: PaymentRow, result: ReversalResult): Promise<void> {
  if (result.state === 'approved') await bookReversal(deps, tx, row, result);
  else if (result.state === 'rejected') await dropReversal(deps, tx, row, result.failure ?? 'refused-by-gateway');
  else await moveRow(tx, row, { status: 'unknown' });
}

/**
 * Books a reversal whose money is back: what the payment took from invoices and credits is given back, the overpayment it left is
 * gone, and the posting for Komet is written.
 */
export async function bookReversal(deps: Deps, tx: Tx, row: PaymentRow, approved: Approved): Promise<void> {
  const booked = await moveRow(tx, row, {
    status: 'approved',
    completed_at: instant(deps.clock()),
    needs_review: false,
    control_number: await nextControlNumber(tx, row.company_id),
    transaction_id: approved.transactionId ?? null,
    money_back: approved.moneyBack ?? null,
  });
  if (row.concept === 'charge-back') {
    await moveOriginal(tx, row, { status: 'charged-back', reversed_by_id: row.id });
    await giveItemsBack(tx, row);
  }
  await takeHeldCredit(tx, row);
  await releaseHolds(tx, row.company_id, row.id);
  await queuePosting(tx, booked, instant(deps.clock()));
  await tell(deps, tx, row, row.concept === 'refund' ? 'credit-refunded' : 'payment-charged-back', {
    ...(approved.moneyBack && { moneyBack: approved.moneyBack }),
    ...(approved.transactionId && { transactionId: approved.transactionId }),
  });
}

/** The processor gave nothing back: the payment stands as before, and a credit that was to be refunded is free again (rule R-30). */
async function dropReversal(deps: Deps, tx: Tx, row: PaymentRow, failure: FailureCause): Promise<void> {
  await moveRow(tx, row, {
    status: 'failed',
    failure,
    completed_at: instant(deps.clock()),
    needs_review: false,
  });
  if (row.concept === 'charge-back') await moveOriginal(tx, row, { status: 'approved' });
  await releaseHolds(tx, row.company_id, row.id);
  await tell(deps, tx, row, `${row.concept}-failed`, { failure });
}

type RowMove = Partial<
  Pick<
    PaymentRow,
    | 'status'
    | 'completed_at'
    | 'needs_review'
    | 'control_number'
    | 'transaction_id'
    | 'money_back'
    | 'failure'
    | 'reversed_by_id'
  >
>;

const moveRow = (tx: Tx, { company_id, id }: Pick<PaymentRow, 'company_id' | 'id'>, move: RowMove) =>
  tx
    .updateTable('payment')
    .set((eb) => ({ ...move, version: eb('version', '+', 1) }))
    .where('company_id', '=', company_id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

const moveOriginal = (tx: Tx, row: PaymentRow, move: RowMove) =>
  moveRow(tx, { company_id: row.company_id, id: row.reversal_of_id ?? '' }, move);

/** The mirrored lines are negative, so using them gives back. */
async function giveItemsBack(tx: Tx, { company_id: companyId, id }: PaymentRow): Promise<void> {
  const lines = await tx
    .selectFrom('payment_allocation')
    .select(['invoice_id', sql<number>`amount_cents + discount_cents`.as('cents')])
    .where('company_id', '=', companyId)
    .where('payment_id', '=', id)
    .orderBy('invoice_id')
    .execute();
  const uses = await tx
    .selectFrom('payment_credit')
    .select(['credit_id', 'amount_cents'])
    .where('company_id', '=', companyId)
    .where('payment_id', '=', id)
    .orderBy('credit_id')
    .execute();
  for (const line of lines) await useItem(tx, companyId, 'invoice', line.invoice_id, line.cents);
  for (const use of uses) await useItem(tx, companyId, 'credit', use.credit_id, use.amount_cents);
}

/** The credit a reversal holds is what it takes from the customer: Komet still shows it until it has the posting. */
async function takeHeldCredit(tx: Tx, row: PaymentRow): Promise<void> {
  const held = await tx
    .selectFrom('hold')
    .select('item_id')
    .where('company_id', '=', row.company_id)
    .where('payment_id', '=', row.id)
    .where('kind', '=', 'credit')
    .executeTakeFirst();
  if (held) await useItem(tx, row.company_id, 'credit', held.item_id, -row.overpayment_cents);
}

function tell(deps: Deps, tx: Tx, row: PaymentRow, action: string, members: Record<string, unknown>): Promise<void> {
  return recordEvent(tx, {
    companyId: row.company_id,
    at: instant(deps.clock()),
    actorId: row.actor_id,
    action,
    entityId: row.reversal_of_id ?? row.id,
    members: { ...members, reversalId: row.id, totalCents: row.amount_cents + row.fee_cents },
  });
}
