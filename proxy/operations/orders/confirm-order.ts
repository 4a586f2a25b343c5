import type { Order } from '../../../src/contract/order.js';
import { orderButtons } from '../../../src/domain/order-buttons.js';
import type { Actor, Deps } from '../../deps.js';
import type { KometOrder } from '../../komet/port.js';
import { brokenRule, ProblemError } from '../../problem-error.js';
import { recordEvent } from '../events.js';
import { atMostOnce } from '../idempotency.js';
import { instant } from '../instants.js';
import { holders } from '../open-balances.js';
import { requirePermission } from '../scope.js';
import { conditionsOf, openCentsOf, readOrder, requireOrder } from './orders.js';

export interface ConfirmedOrder {
  readonly order: Order;
  readonly replayed: boolean;
}

/**
 * Confirms an order without a payment. Where the customer has to pay at confirmation this is refused (rule R-4), unless the order is
 * paid already.
 */
export function confirmOrder(deps: Deps) {
  return async (actor: Actor, { key, orderId }: { key: string; orderId: string }): Promise<ConfirmedOrder> => {
    requirePermission(actor, 'confirm');
    const order = await requireOrder(deps, actor, orderId);
    const request = { operation: 'confirm-order', key, body: { orderId } };
    const { replayed } = await atMostOnce(deps)<null>(actor, request, async (commit) => {
      await requireConfirmable(deps, actor, order);
      await confirmInKomet(deps, actor, order, key);
      await deps.store.transaction(async (tx) => {
        await recordEvent(tx, {
          companyId: actor.companyId,
          at: instant(deps.clock()),
          actorId: actor.id,
          action: 'order-confirmed',
          entityId: orderId,
        });
        await commit(tx, null);
      });
      return null;
    });
    return { order: await readOrder(deps)(actor, orderId), replayed };
  };
}

async function requireConfirmable(deps: Deps, { companyId }: Actor, order: KometOrder): Promise<void> {
  if (order.status !== 'pending') {
    throw brokenRule('order-not-pending', `The order is ${order.status} in Komet`, { items: [{ id: order.id }] });
  }
  const paymentId = (await holders(deps.store.db, companyId, 'invoice', [order.id])).get(order.id);
  if (paymentId) throw new ProblemError('invoice-busy', { items: [{ id: order.id, paymentId }] });
  const { confirm } = orderButtons(await conditionsOf(deps, companyId, order));
  if (confirm.shown || (await openCentsOf(deps, companyId, order)) === 0) return;
  throw brokenRule('payment-required', 'This customer pays when an order is confirmed', { items: [{ id: order.id }] });
}

async function confirmInKomet(deps: Deps, { companyId }: Actor, { id }: KometOrder, key: string): Promise<void> {
  const outcome = await deps.komet.confirmOrder(companyId, id, { key });
  if (outcome.kind === 'retry') throw new ProblemError('komet-unreachable');
  if (outcome.kind === 'refused') throw brokenRule('order-not-confirmable', outcome.message, { items: [{ id }] });
}
