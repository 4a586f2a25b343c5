import type { PaymentRequest } from '../../src/contract/payment.js';
import type { Actor, Deps } from '../deps.js';
import { brokenRule } from '../problem-error.js';
import { notFound } from './scope.js';

/** A payment takes the place of one of the same customer and location that is charged back (rule R-28). */
export async function requireReplaceable({ store }: Deps, actor: Actor, request: PaymentRequest): Promise<void> {
  if (!request.replacesId) return;
  const replaced = await store.db
    .selectFrom('payment')
    .select(['status', 'concept'])
    .where('company_id', '=', actor.companyId)
    .where('id', '=', request.replacesId)
    .where('customer_id', '=', request.customerId)
    .where('location_id', '=', request.locationId)
    .executeTakeFirst();
  if (replaced?.concept !== 'payment') throw notFound();
  if (replaced.status === 'charged-back') return;
  throw brokenRule('payment-not-charged-back', 'Charge the payment back before another takes its place', {
    items: [{ id: request.replacesId, paymentId: request.replacesId }],
  });
}
