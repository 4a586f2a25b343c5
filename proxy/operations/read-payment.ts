import type { Payment } from '../../src/contract/payment.js';
import { isOutcomeKnown } from '../../src/domain/payment-status.js';
import type { Actor, Deps } from '../deps.js';
import { lookUpIfDue } from './recover.js';
import { viewById } from './payment-view.js';
import { mayUseCustomer, mayUseLocation, notFound, requirePermission } from './scope.js';

/** Reads a payment; one whose outcome is unknown is looked up at the gateway first, if its next look-up is due. */
export function readPayment(deps: Deps) {
  return async (actor: Actor, paymentId: string): Promise<Payment> => {
    requirePermission(actor, 'pay', 'pay:order', 'pay:read');
    const payment = await viewById(deps.store.db, actor.companyId, paymentId);
    if (!payment || !mayUseCustomer(actor, payment.customerId) || !mayUseLocation(actor, payment.locationId))
      throw notFound();
    if (isOutcomeKnown(payment.status)) return payment;
    await lookUpIfDue(deps, actor.companyId, paymentId);
    return (await viewById(deps.store.db, actor.companyId, paymentId)) ?? payment;
  };
}
