import type { Transaction } from 'kysely';
import { isUniqueViolation, sqlState } from '../../store/store.js';
import type { Posting, PostingOutcome } from '../port.js';
import { differenceFrom, imbalanceOf } from './posting-rules.js';
import type { DemoTables } from './tables.js';

type Tx = Transaction<DemoTables>;

/** The entry can't be right, however often it is repeated. */
class ImpossibleEntry extends Error {}

const CHECK_VIOLATION = '23514';

/** Books an entry once: its key and its effect are committed together, or neither is. */
export async function bookPosting(
  run: (work: (tx: Tx) => Promise<void>) => Promise<void>,
  companyId: string,
  posting: Posting,
): Promise<PostingOutcome> {
  try {
    await run(async (tx) => {
      if (await keep(tx, companyId, posting)) await applyPosting(tx, companyId, posting);
    });
    return { kind: 'posted' };
  } catch (error) {
    const message = refusalOf(error);
    if (message === undefined) throw error;
    return { kind: 'refused', message: `${posting.concept} ${posting.key}: ${message}` };
  }
}

function refusalOf(error: unknown): string | undefined {
  if (error instanceof ImpossibleEntry) return error.message;
  if (sqlState(error) === CHECK_VIOLATION) return 'the balances do not allow it';
  return isUniqueViolation(error) ? 'the payment was taken back already' : undefined;
}

/** False when an entry with this key is there already. */
async function keep(tx: Tx, companyId: string, posting: Posting): Promise<boolean> {
  const fresh = await tx
    .insertInto('demo_posting')
    .values({
      company_id: companyId,
      key: posting.key,
      reversal_of_key: posting.concept === 'charge-back' ? (posting.reversalOfKey ?? null) : null,
      posting: JSON.stringify(posting),
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return fresh !== undefined;
}

async function applyPosting(tx: Tx, companyId: string, posting: Posting): Promise<void> {
  const fault = imbalanceOf(posting) ?? (await reversalFault(tx, companyId, posting));
  if (fault) throw new ImpossibleEntry(fault);
  const direction = posting.concept === 'charge-back' ? -1 : 1;
  for (const line of posting.allocations)
    await takeFromInvoice(tx, companyId, posting, line.invoiceId, direction * (line.amountCents + line.discountCents));
  for (const use of posting.credits)
    await takeFromCredit(tx, companyId, posting, use.creditId, direction * use.amountCents);
  if (posting.overpaymentCents === 0) return;
  if (posting.concept === 'payment') await addOverpayment(tx, companyId, posting);
  else await removeOverpayment(tx, companyId, posting);
}

async function reversalFault(tx: Tx, companyId: string, posting: Posting): Promise<string | undefined> {
  if (posting.concept !== 'charge-back') return undefined;
  const original = await tx
    .selectFrom('demo_posting')
    .select('posting')
    .where('company_id', '=', companyId)
    .where('key', '=', posting.reversalOfKey ?? '')
    .executeTakeFirst();
  return original ? differenceFrom(original.posting as Posting, posting) : 'there is no payment to take back';
}

async function takeFromInvoice(tx: Tx, companyId: string, posting: Posting, id: string, cents: number): Promise<void> {
  const changed = await tx
    .updateTable('demo_invoice')
    .set((eb) => ({ balance_cents: eb('balance_cents', '-', cents) }))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('customer_id', '=', posting.customerId)
    .where('status', '=', 'confirmed')
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new ImpossibleEntry(`the customer has no confirmed invoice ${id}`);
}

async function takeFromCredit(tx: Tx, companyId: string, posting: Posting, id: string, cents: number): Promise<void> {
  const changed = await tx
    .updateTable('demo_credit')
    .set((eb) => ({ balance_cents: eb('balance_cents', '-', cents) }))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('customer_id', '=', posting.customerId)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new ImpossibleEntry(`the customer has no credit ${id}`);
}

const overpaymentId = (paymentKey: string): string => `op-${paymentKey}`;

async function addOverpayment(tx: Tx, companyId: string, posting: Posting): Promise<void> {
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
  const creditId = overpaymentId(posting.reversalOfKey ?? '');
  await takeFromCredit(tx, companyId, posting, creditId, posting.overpaymentCents);
}
