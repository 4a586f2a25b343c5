import type { StoredCard } from '../../../contract/card.js';
import type { Customer } from '../../../contract/customer.js';
import type { Location } from '../../../contract/location.js';
import { oldestFirst, type OpenItems } from '../../../domain/payment-draft.js';
import { listCards } from '../../../services/cards.js';
import type { PayClient } from '../../../services/call.js';
import { listCredits, listInvoices, readCustomer } from '../../../services/customers.js';
import { listLocations } from '../../../services/sessions.js';
import { todayIn } from '../../ui/today.js';

/** Everything the screen shows about one customer at one location. */
export interface Account {
  readonly customer: Customer;
  readonly locations: readonly Location[];
  /** Undefined while the clerk still has to choose one of several. */
  readonly location: Location | undefined;
  readonly items: OpenItems;
  readonly cards: readonly StoredCard[];
  /** The day at the location, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Without a wanted location the customer's own is taken, or the only one. */
export type AccountQuery = readonly [customerId: string, wantedLocationId: string | undefined, mayReadCards: boolean];

export async function loadAccount(
  client: PayClient,
  [customerId, wantedLocationId, mayReadCards]: AccountQuery,
  signal: AbortSignal,
): Promise<Account> {
  const [customer, locations] = await Promise.all([
    readCustomer(client)(customerId, { signal }),
    listLocations(client)({ signal }),
  ]);
  const location = locationOf(locations, wantedLocationId, customer);
  const today = todayIn(location?.timeZone);
  if (!location) return { customer, locations, location, items: { invoices: [], credits: [] }, cards: [], today };
  const [invoices, credits, cards] = await Promise.all([
    listInvoices(client)(customer.id, location.id, { signal }),
    listCredits(client)(customer.id, location.id, { signal }),
    mayReadCards ? listCards(client)(customer.id, location.id, { signal }) : [],
  ]);
  return { customer, locations, location, items: { invoices: oldestFirst(invoices), credits }, cards, today };
}

function locationOf(locations: readonly Location[], wanted: string | undefined, customer: Customer) {
  const byId = (id: string | undefined) => locations.find((location) => location.id === id);
  if (wanted) return byId(wanted);
  return byId(customer.mainLocationId) ?? (locations.length === 1 ? locations[0] : undefined);
}
