import type { Transaction } from 'kysely';
import { sqlState } from '../../store/store.js';
import type { Posting, PostingOutcome } from '../port.js';
import type { DemoTables } from './tables.js';

type Tx = Transaction<DemoTables>;

/** Books an entry once: its key and its effect are committed together. */
export async function bookPosting(
  run: (work: (tx: Tx) => Promise<void>) => Promise<void>,
  companyId: string,
  posting: Posting,
): Promise<PostingOutcome> {
  try {
    await run(async (tx) => {
      const fresh = await tx
        .insertInto('demo_posting')
        .values({ company_id: companyId, key: posting.key })
        .onConflict((conflict) => conflict.doNothing())
        .returning('key')
        .executeTakeFirst();
      if (fresh) await applyPosting(tx, companyId, posting);
    });
    return { kind: 'posted' };
  } catch (error) {
    // A balance would leave its bounds: the entry can't be right, however often it is repeated.
    if (sqlState(error) === '23514')
      return { kind: 'refused', message: `The balances do not allow ${posting.concept} ${posting.key}` };
    throw error;
  }
}

async function applyPosting(tx: Tx, companyId: string, posting: Posting): Promise<void> {
  const direction = posting.concept === 'payment' ? 1 : -1;
  for (const line of posting.allocations) {
    const takenCents = direction * (line.amountCents + line.discountCents);
    await tx
      .updateTable('demo_invoice')
      .set((eb) => ({ balance_cents: eb('balance_cents', '-', takenCents) }))
      .where('company_id', '=', companyId)
      .where('id', '=', line.invoiceId)
      .execute();
  }
  for (const use of posting.credits) {
    await tx
      .updateTable('demo_credit')
      .set((eb) => ({ balance_cents: eb('balance_cents', '-', direction * use.amountCents) }))
      .where('company_id', '=', companyId)
      .where('id', '=', use.creditId)
      .execute();
  }
  if (posting.concept === 'payment') await addOverpayment(tx, companyId, posting);
  else await removeOverpayment(tx, companyId, posting);
}

const overpaymentId = (paymentKey: string): string => `op-${paymentKey}`;

async function addOverpayment(tx: Tx, companyId: string, posting: Posting): Promise<void> {
  if (posting.overpaymentCents === 0) return;
  await tx
    .insertInto('demo_credit')
    .values({
      company_id: companyId,
      id: overpaymentId(posting.key),
      number: `OP-${posting.controlNumber}`,
      customer_id: posting.customerId,
      location_id: posting.locationId,
      kind: 'overpayment',
      date: posting.date,
      amount_cents: posting.overpaymentCents,
      balance_cents: posting.overpaymentCents,
      source_payment_id: posting.key,
      reason: null,
    })
    .execute();
}

/** Taking back more than is left of the overpayment breaks its CHECK: credit that was spent can't be taken back (rule R-23). */
async function removeOverpayment(tx: Tx, companyId: string, posting: Posting): Promise<void> {
  if (posting.overpaymentCents === 0 || !posting.reversalOfKey) return;
  await tx
    .updateTable('demo_credit')
    .set((eb) => ({ balance_cents: eb('balance_cents', '-', posting.overpaymentCents) }))
    .where('company_id', '=', companyId)
    .where('id', '=', overpaymentId(posting.reversalOfKey))
    .execute();
}
