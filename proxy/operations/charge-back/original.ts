import type { Actor, Deps } from '../../deps.js';
import type { Db } from '../../store/store.js';
import type { PaymentRow } from '../payment-view.js';
import { mayUseCustomer, mayUseLocation, notFound, requirePermission } from '../scope.js';

/** The payment to take back, for somebody who may: outside the session's scope it isn't there. */
export async function requireOriginal(deps: Deps, actor: Actor, paymentId: string): Promise<PaymentRow> {
  requirePermission(actor, 'refund');
  const row = await deps.store.db
    .selectFrom('payment')
    .selectAll()
    .where('company_id', '=', actor.companyId)
    .where('id', '=', paymentId)
    .executeTakeFirst();
  if (!row || !mayUseCustomer(actor, row.customer_id) || !mayUseLocation(actor, row.location_id)) throw notFound();
  return row;
}

/** The charge back of a payment that is made or under way. */
export function findChargeBack(db: Db, original: PaymentRow): Promise<PaymentRow | undefined> {
  return db
    .selectFrom('payment')
    .selectAll()
    .where('company_id', '=', original.company_id)
    .where('reversal_of_id', '=', original.id)
    .where('concept', '=', 'charge-back')
    .where('status', 'in', ['requested', 'unknown', 'approved'])
    .executeTakeFirst();
}
