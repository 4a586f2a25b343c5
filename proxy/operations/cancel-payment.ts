import type { Payment } from '../../src/contract/payment.js';
import { isOutcomeKnown } from '../../src/domain/payment-status.js';
import type { Actor, Deps } from '../deps.js';
import { brokenRule } from '../problem-error.js';
import { readPayment } from './read-payment.js';
import { requirePermission } from './scope.js';

/**
 * Answers the wish to cancel a payment that is under way. The processor has no call for it: at a terminal the customer or the clerk
 * cancels on the device, and what the device says decides. A payment that ended without a charge is answered as it is; a charged one
 * can't be cancelled, only charged back (rule R-27).
 */
export function cancelPayment(deps: Deps) {
  return async (actor: Actor, paymentId: string): Promise<Payment> => {
    requirePermission(actor, 'pay', 'pay:order');
    const payment = await readPayment(deps)(actor, paymentId);
    if (payment.status === 'requested' && payment.method === 'pos-terminal')
      throw brokenRule('cancel-at-terminal', 'Cancel on the device; the payment ends when the device says so');
    if (isOutcomeKnown(payment.status) && !wasCharged(payment)) return payment;
    throw brokenRule('payment-not-cancellable', 'A card that is charged, or may be, is charged back instead', {
      items: [{ id: payment.id, paymentId: payment.id }],
    });
  };
}

const wasCharged = ({ status }: Payment): boolean =>
  status === 'approved' || status === 'charge-back-requested' || status === 'charged-back';
