import type { Order, orderQuery } from '../../../src/contract/order.js';
import type { Confirmation } from '../../../src/contract/payment.js';
import type { OrderConditions } from '../../../src/domain/order-buttons.js';
import type * as z from 'zod/mini';
import type { Actor, Deps } from '../../deps.js';
import type { KometOrder } from '../../komet/port.js';
import { findAccount } from '../merchant-accounts.js';
import { balanceOf, holders, openBalances } from '../open-balances.js';
import { mayUseCustomer, mayUseLocation, notFound, requirePermission } from '../scope.js';
import { readCustomerSettings } from '../settings/customer-settings.js';
import { readLocationSettings } from '../settings/location-settings.js';
import { confirmationOf } from './confirmations.js';

const MOST_ORDERS = 200;

/** An order with what can be done about it. */
export function readOrder(deps: Deps) {
  return async (actor: Actor, orderId: string): Promise<Order> => {
    requirePermission(actor, 'pay:order', 'confirm', 'pay', 'pay:read');
    const [order] = await viewOrders(deps, actor.companyId, [await requireOrder(deps, actor, orderId)]);
    if (!order) throw notFound();
    return order;
  };
}

/** The orders within the session's scope, soonest ship date first. */
export function listOrders(deps: Deps) {
  return async (actor: Actor, query: z.infer<typeof orderQuery>): Promise<{ orders: Order[] }> => {
    requirePermission(actor, 'pay:order', 'confirm', 'pay', 'pay:read');
    if (query.locationId && !mayUseLocation(actor, query.locationId)) throw notFound();
    if (query.customerId && !mayUseCustomer(actor, query.customerId)) throw notFound();
    const customerId = query.customerId ?? actor.customerId;
    const found = await deps.komet.listOrders(actor.companyId, {
      ...(query.locationId && { locationId: query.locationId }),
      ...(query.status && { status: query.status }),
      ...(customerId && { customerId }),
      limit: MOST_ORDERS,
    });
    const visible = found.filter(({ locationId }) => mayUseLocation(actor, locationId));
    return { orders: await viewOrders(deps, actor.companyId, visible) };
  };
}

/** An order within the actor's scope, as Komet has it. */
export async function requireOrder(deps: Deps, actor: Actor, orderId: string): Promise<KometOrder> {
  const order = await deps.komet.readOrder(actor.companyId, orderId);
  if (!order || !mayUseCustomer(actor, order.customerId) || !mayUseLocation(actor, order.locationId)) throw notFound();
  return order;
}

/** What decides the buttons of an order, read anew with every write. */
export async function conditionsOf(deps: Deps, companyId: string, order: KometOrder): Promise<OrderConditions> {
  const { customerId, locationId } = order;
  const { allowPaymentUponConfirmation } = await readLocationSettings(deps, companyId, locationId);
  const account = await findAccount(deps.store.db, { companyId, locationId });
  return {
    location: { allowPaymentUponConfirmation },
    customer: await readCustomerSettings(deps, companyId, customerId),
    integrationState: account?.state ?? 'not-enabled',
  };
}

/** What is still to be paid on an order, in cents. */
export async function openCentsOf(deps: Deps, companyId: string, order: KometOrder): Promise<number> {
  const open = await openBalances(deps.store.db, companyId, 'invoice', [balanceOf(order)]);
  return open.get(order.id) ?? 0;
}

/** Orders as the contract shows them, in the order given; what they share is read once. */
async function viewOrders(deps: Deps, companyId: string, orders: readonly KometOrder[]): Promise<Order[]> {
  const { db } = deps.store;
  const ids = orders.map(({ id }) => id);
  const held = await holders(db, companyId, 'invoice', ids);
  const open = await openBalances(db, companyId, 'invoice', orders.map(balanceOf));
  const paid = await lastPayments(deps, companyId, ids);
  const nameOf = remembered(async (id: string) => (await deps.komet.readCustomer(companyId, id))?.name ?? id);
  const conditions = remembered((_key: string, order: KometOrder) => conditionsOf(deps, companyId, order));
  const view = async (order: KometOrder): Promise<Order> => {
    const { id, number, customerId, locationId, status, shipDate, customerPo, totalCents } = order;
    const heldByPaymentId = held.get(id);
    const payment = paid.get(id);
    return {
      ...{ id, number, customerId, customerName: await nameOf(customerId), locationId, status, shipDate, totalCents },
      ...(customerPo && { customerPo }),
      openCents: open.get(id) ?? 0,
      ...(heldByPaymentId && { heldByPaymentId }),
      ...(payment && { paymentId: payment.id }),
      confirmation: payment?.confirmation ?? 'none',
      conditions: await conditions(`${locationId} ${customerId}`, order),
    };
  };
  return Promise.all(orders.map(view));
}

/** Reads the same thing once, also when it is asked for again before it has come. */
function remembered<Rest extends unknown[], Value>(
  read: (key: string, ...rest: Rest) => Promise<Value>,
): (key: string, ...rest: Rest) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key, ...rest) => {
    const value = known.get(key) ?? read(key, ...rest);
    known.set(key, value);
    return value;
  };
}

/** The last approved payment of each order. */
async function lastPayments(
  { store: { db } }: Deps,
  companyId: string,
  orderIds: readonly string[],
): Promise<Map<string, { id: string; confirmation: Confirmation }>> {
  if (orderIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('payment')
    .leftJoin('order_confirmation', (join) =>
      join
        .onRef('order_confirmation.company_id', '=', 'payment.company_id')
        .onRef('order_confirmation.payment_id', '=', 'payment.id'),
    )
    .select(['payment.id', 'payment.order_id', 'order_confirmation.state'])
    .where('payment.company_id', '=', companyId)
    .where('payment.order_id', 'in', orderIds)
    .where('payment.status', '=', 'approved')
    .orderBy('payment.created_at')
    .execute();
  return new Map(
    rows.map(({ id, order_id: orderId, state }) => [orderId ?? '', { id, confirmation: confirmationOf(state) }]),
  );
}
