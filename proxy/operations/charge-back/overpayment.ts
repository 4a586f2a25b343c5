import type { ChargeBackRefusal } from '../../../src/contract/charge-back.js';
import type { Deps } from '../../deps.js';
import type { KometCredit } from '../../komet/port.js';
import { ProblemError } from '../../problem-error.js';
import type { Db, Tx } from '../../store/store.js';
import { balanceOf, holders, openBalances } from '../open-balances.js';
import { deliverPosting } from '../outbox.js';
import { lockItem } from '../payment-items.js';
import type { PaymentRow } from '../payment-view.js';

/** Why the overpayment of a payment can't be taken back. */
export type CreditRefusal = ChargeBackRefusal & { readonly reason: 'credit-spent' | 'credit-busy' };

/**
 * The open credit that an overpaid payment left in Komet; undefined when there is none, or when Komet tells of no credits, so that
 * none can be spent here. A credit that is not in Komet yet could be spent while it is taken back: then Komet has to be waited for.
 */
export async function readOverpayment(deps: Deps, original: PaymentRow): Promise<KometCredit | undefined> {
  if (original.overpayment_cents === 0) return undefined;
  const { company_id: companyId, id } = original;
  const credit = await deps.komet.readOverpayment(companyId, id);
  if (credit) return credit;
  await deliverPosting(deps, companyId, id);
  const delivered = await deps.komet.readOverpayment(companyId, id);
  if (!delivered && (await isUndelivered(deps, companyId, id))) throw new ProblemError('komet-unreachable');
  return delivered;
}

async function isUndelivered({ store }: Deps, companyId: string, paymentId: string): Promise<boolean> {
  const waiting = await store.db
    .selectFrom('outbox')
    .select('id')
    .where('company_id', '=', companyId)
    .where('payment_id', '=', paymentId)
    .where('delivered_at', 'is', null)
    .where('refused_at', 'is', null)
    .executeTakeFirst();
  return waiting !== undefined;
}

/** Locks the credit for the rest of the transaction. */
export async function lockOverpayment(tx: Tx, companyId: string, credit: KometCredit): Promise<void> {
  await lockItem(tx, companyId, 'credit', credit);
}

/** A credit is taken back only while all of it is there (rule R-23): never less, and never while somebody is using it. */
export async function creditRefusal(
  db: Db,
  companyId: string,
  credit: KometCredit,
  overpaymentCents: number,
): Promise<CreditRefusal | undefined> {
  const spentBy = await spendersOf(db, companyId, credit.id);
  const held = await holders(db, companyId, 'credit', [credit.id]);
  if (held.size > 0) return { reason: 'credit-busy', spentBy };
  const open = await openBalances(db, companyId, 'credit', [balanceOf(credit)]);
  return (open.get(credit.id) ?? 0) < overpaymentCents ? { reason: 'credit-spent', spentBy } : undefined;
}

/** The live payments and refunds that use a credit, with what each takes of it. */
async function spendersOf(db: Db, companyId: string, creditId: string): Promise<ChargeBackRefusal['spentBy']> {
  const rows = await db
    .selectFrom('payment_credit as use')
    .innerJoin('payment', (join) =>
      join.onRef('payment.company_id', '=', 'use.company_id').onRef('payment.id', '=', 'use.payment_id'),
    )
    .select(['payment.id', 'payment.control_number', 'use.amount_cents'])
    .where('use.company_id', '=', companyId)
    .where('use.credit_id', '=', creditId)
    .where('payment.concept', 'in', ['payment', 'refund'])
    .where('payment.status', 'in', ['requested', 'unknown', 'approved', 'charge-back-requested'])
    .orderBy('payment.created_at')
    .execute();
  return rows.map(({ id, control_number: controlNumber, amount_cents: amountCents }) => ({
    paymentId: id,
    amountCents,
    ...(controlNumber !== null && { controlNumber }),
  }));
}
