import type { StoredCard } from '../../../contract/card.js';
import type { OpenCredit } from '../../../contract/invoice.js';
import type { FeeRule } from '../../../contract/location.js';
import type { Order } from '../../../contract/order.js';
import type { OpenItems } from '../../../domain/payment-draft.js';
import { listCards } from '../../../services/cards.js';
import type { PayClient } from '../../../services/call.js';
import { listCredits } from '../../../services/customers.js';
import { readOrder } from '../../../services/orders.js';
import { listLocations } from '../../../services/sessions.js';
import { todayIn } from '../../ui/today.js';

/** An order with all that paying it needs. */
export interface OrderAccount {
  readonly order: Order;
  readonly locationName: string;
  readonly feeRule: FeeRule | undefined;
  readonly credits: readonly OpenCredit[];
  readonly cards: readonly StoredCard[];
  /** The day at the location, `YYYY-MM-DD`. */
  readonly today: string;
}

export type OrderQuery = readonly [orderId: string, mayPay: boolean, mayReadCards: boolean];

export async function loadOrder(
  client: PayClient,
  [orderId, mayPay, mayReadCards]: OrderQuery,
  signal: AbortSignal,
): Promise<OrderAccount> {
  const [order, locations] = await Promise.all([
    readOrder(client)(orderId, { signal }),
    listLocations(client)({ signal }),
  ]);
  const { customerId, locationId } = order;
  const [credits, cards] = await Promise.all([
    mayPay ? listCredits(client)(customerId, locationId, { signal }) : [],
    mayPay && mayReadCards ? listCards(client)(customerId, locationId, { signal }) : [],
  ]);
  const location = locations.find(({ id }) => id === locationId);
  return {
    order,
    locationName: location?.name ?? locationId,
    feeRule: location?.feeRule,
    credits,
    cards,
    today: todayIn(location?.timeZone),
  };
}

/** The order as the one invoice it becomes, for what speaks of invoices. */
export function itemsOf({ order, credits }: OrderAccount): OpenItems {
  const { id, number, customerId, locationId, shipDate, totalCents, openCents } = order;
  const invoice = { id, number, customerId, locationId, shipDate, totalCents, balanceCents: openCents, openCents };
  return { invoices: [invoice], credits };
}
