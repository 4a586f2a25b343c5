import type { CardRequest } from '../../../contract/card-request.js';
import type { StoredCard } from '../../../contract/card.js';
import type { Customer } from '../../../contract/customer.js';
import type { Location } from '../../../contract/location.js';
import type { PayClient } from '../../../services/call.js';
import { listCardRequests } from '../../../services/card-requests.js';
import { listCards } from '../../../services/cards.js';
import { readCustomer } from '../../../services/customers.js';
import { listLocations } from '../../../services/sessions.js';
import { BRAND_NAMES } from '../../ui/card-picker/stored-card-option.js';

/** A customer's cards as they are at one location. */
export interface Vault {
  readonly customer: Customer;
  readonly locations: readonly Location[];
  /** Where cards are added, charged and changed; undefined where nobody told which of several. */
  readonly location: Location | undefined;
  /** This location's first, the primary one before the others. */
  readonly cards: readonly StoredCard[];
  readonly requests: readonly CardRequest[];
}

export async function loadVault(
  client: PayClient,
  [customerId, locationId]: readonly [string, string | undefined],
  signal: AbortSignal,
): Promise<Vault> {
  const options = { signal };
  const [customer, locations, cards, requests] = await Promise.all([
    readCustomer(client)(customerId, options),
    listLocations(client)(options),
    listCards(client)(customerId, undefined, options),
    listCardRequests(client)(customerId, options),
  ]);
  const wanted = locationId ?? customer.mainLocationId;
  const only = locations.length === 1 ? locations[0] : undefined;
  const location = locations.find(({ id }) => id === wanted) ?? (locationId ? undefined : only);
  return { customer, locations, location, cards: hereFirst(cards, location?.id), requests };
}

function hereFirst(cards: readonly StoredCard[], locationId: string | undefined): StoredCard[] {
  const isHere = (card: StoredCard): boolean => card.locationId === locationId;
  return [...cards.filter(isHere), ...cards.filter((card) => !isHere(card))];
}

/** `Visa •••• 1111` */
export const cardName = ({ brand, last4 }: Pick<StoredCard, 'brand' | 'last4'>): string =>
  `${BRAND_NAMES[brand]} •••• ${last4}`.trim();
