import type { PaymentRequest } from '../../../src/contract/payment.js';
import { orderButtons } from '../../../src/domain/order-buttons.js';
import type { Actor, Deps } from '../../deps.js';
import type { KometOrder } from '../../komet/port.js';
import { brokenRule } from '../../problem-error.js';
import { notFound, requirePermission } from '../scope.js';
import { conditionsOf, requireOrder } from './orders.js';

/**
 * Checks that an order may be paid the way it is asked for: it alone, by a card where cards are offered, and while it is pending only
 * together with its confirmation, where payment upon confirmation is allowed or required (rules ).
 */
export async function checkOrder(deps: Deps, actor: Actor, request: PaymentRequest): Promise<void> {
  if (request.orderId === undefined) {
    if (request.confirmOrder) throw brokenRule('order-not-pending', 'Name the order that is to be confirmed');
    return;
  }
  const order = await requireOrder(deps, actor, request.orderId);
  if (order.customerId !== request.customerId || order.locationId !== request.locationId) throw notFound();
  requireThisOrder(request, order);
  requireStatus(request, order);
  if (request.confirmOrder) requireConfirming(deps, actor);
  const buttons = orderButtons(await conditionsOf(deps, actor.companyId, order));
  if (!buttons.payAndConfirm.shown) {
    throw brokenRule(
      'payment-not-offered',
      'Neither the location nor the customer is set to pay when an order is confirmed',
    );
  }
  if (!buttons.cardMethods.shown && buttons.cardMethods.reason === 'customer-restricts-cards' && request.source) {
    throw brokenRule('method-not-fitting', 'This customer does not pay by card');
  }
}

function requireThisOrder({ allocations }: PaymentRequest, order: KometOrder): void {
  if (allocations.length === 1 && allocations[0]?.invoiceId === order.id) return;
  throw brokenRule('partial-not-allowed', 'An order is paid by itself and in full', { items: [{ id: order.id }] });
}

function requireStatus({ confirmOrder }: PaymentRequest, { id, status }: KometOrder): void {
  if (status === (confirmOrder ? 'pending' : 'confirmed')) return;
  throw brokenRule('order-not-pending', `The order is ${status} in Komet`, { items: [{ id }] });
}

function requireConfirming(deps: Deps, actor: Actor): void {
  requirePermission(actor, 'confirm');
  if (deps.komet.confirmsOrders) return;
  throw brokenRule(
    'order-not-confirmable',
    'Orders are confirmed in Komet itself here; confirm the order there, then pay it',
  );
}
