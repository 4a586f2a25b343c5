import { sql } from 'kysely';
import type { Deps } from '../../deps.js';
import type { KometCredit } from '../../komet/port.js';
import type { Db } from '../../store/store.js';
import type { AttemptRow } from '../attempts.js';
import type { PaymentRow } from '../payment-view.js';
import { findCharge } from '../reversal/way-back.js';

/** Where a credit's money came from. */
export interface CreditSource {
  readonly payment: PaymentRow;
  readonly charge: AttemptRow;
}

/** The card payment a credit was left by; undefined when it came from elsewhere, or that payment is being charged back. */
export async function findSource(
  deps: Deps,
  companyId: string,
  credit: KometCredit,
): Promise<CreditSource | undefined> {
  if (!credit.sourcePaymentId) return undefined;
  const payment = await deps.store.db
    .selectFrom('payment')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', credit.sourcePaymentId)
    .where('concept', '=', 'payment')
    .where('status', '=', 'approved')
    .executeTakeFirst();
  const charge = payment && (await findCharge(deps.store.db, companyId, payment.id));
  return payment && charge && { payment, charge };
}

/** What is left of a charge once everything refunded of it, or about to be, is taken off. */
export async function leftOfCharge(db: Db, { payment, charge }: CreditSource): Promise<number> {
  const { cents } = await db
    .selectFrom('payment')
    .select(sql<number>`coalesce(sum(amount_cents + fee_cents), 0)::bigint`.as('cents'))
    .where('company_id', '=', payment.company_id)
    .where('reversal_of_id', '=', payment.id)
    .where('concept', '=', 'refund')
    .where('status', 'in', ['requested', 'unknown', 'approved'])
    .executeTakeFirstOrThrow();
  return charge.amount_cents + charge.fee_cents + cents;
}
