import { brokenRule } from '../../problem-error.js';
import type { Db } from '../../store/store.js';

/**
 * Refuses while a payment of the location has no certain outcome, or is still watched for: without its key nobody could
 * ask the processor what became of it.
 */
export async function refuseUnsettled(db: Db, companyId: string, locationId: string): Promise<void> {
  const live = await findUnsettled(db, companyId, locationId);
  if (live === undefined) return;
  throw brokenRule('payments-under-way', 'The outcome of a payment at this location is not known yet', {
    items: [{ id: live, paymentId: live }],
  });
}

/** A payment of the location whose outcome is open. */
export async function findUnsettled(db: Db, companyId: string, locationId: string): Promise<string | undefined> {
  const payment = await db
    .selectFrom('payment')
    .select('id')
    .where('company_id', '=', companyId)
    .where('location_id', '=', locationId)
    .where('status', 'in', ['requested', 'unknown', 'charge-back-requested'])
    .executeTakeFirst();
  if (payment) return payment.id;
  const attempt = await db
    .selectFrom('gateway_attempt')
    .innerJoin('merchant_account', (join) =>
      join
        .onRef('merchant_account.company_id', '=', 'gateway_attempt.company_id')
        .onRef('merchant_account.id', '=', 'gateway_attempt.account_id'),
    )
    .select(['gateway_attempt.id', 'gateway_attempt.payment_id'])
    .where('gateway_attempt.company_id', '=', companyId)
    .where('merchant_account.location_id', '=', locationId)
    .where((eb) =>
      eb.or([
        eb('gateway_attempt.state', 'in', ['sending', 'unknown', 'reversing', 'review']),
        eb('gateway_attempt.next_check_at', 'is not', null),
      ]),
    )
    .executeTakeFirst();
  return attempt?.payment_id ?? attempt?.id;
}
