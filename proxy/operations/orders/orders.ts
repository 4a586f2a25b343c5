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
    return viewOrder(deps, actor, await requireOrder(deps, actor, orderId));
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
    const orders: Order[] = [];
    for (const order of visible) orders.push(await viewOrder(deps, actor, order));
    return { orders };
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

async function viewOrder(deps: Deps, { companyId }: Actor, order: KometOrder): Promise<Order> {
  const { id, number, customerId, locationId, status, shipDate, customerPo, totalCents } = order;
  const { db } = deps.store;
  const heldByPaymentId = (await holders(db, companyId, 'invoice', [id])).get(id);
  const paid = await lastPayment(deps, companyId, id);
  const customer = await deps.komet.readCustomer(companyId, customerId);
  return {
    ...{ id, number, customerId, customerName: customer?.name ?? customerId, locationId, status, shipDate, totalCents },
    ...(customerPo && { customerPo }),
    openCents: await openCentsOf(deps, companyId, order),
    ...(heldByPaymentId && { heldByPaymentId }),
    ...(paid && { paymentId: paid.id }),
    confirmation: paid?.confirmation ?? 'none',
    conditions: await conditionsOf(deps, companyId, order),
  };
}

async function lastPayment(
  { store: { db } }: Deps,
  companyId: string,
  orderId: string,
): Promise<{ id: string; confirmation: Confirmation } | undefined> {
  const row = await db
    .selectFrom('payment')
    .leftJoin('order_confirmation', (join) =>
      join
        .onRef('order_confirmation.company_id', '=', 'payment.company_id')
        .onRef('order_confirmation.payment_id', '=', 'payment.id'),
    )
    .select(['payment.id', 'order_confirmation.state'])
    .where('payment.company_id', '=', companyId)
    .where('payment.order_id', '=', orderId)
    .where('payment.status', '=', 'approved')
    .orderBy('payment.created_at', 'desc')
    .executeTakeFirst();
  return row && { id: row.id, confirmation: confirmationOf(row.state) };
}
