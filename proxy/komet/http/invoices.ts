import type { KometInvoice } from '../port.js';
import type { Api } from './call.js';
import { toInvoice } from './mapping.js';
import { invoiceRow } from './schemas.js';

const DAY_MS = 86_400_000;
/** The API takes ship dates at most six months apart; 180 days are never more. */
const WINDOW_DAYS = 180;
/** An order that ships in the coming weeks is confirmed, and can be paid, before it does. */
const AHEAD_DAYS = 30;
/** How long it is known whose an invoice was, to read several of a customer in one call. */
const OWNER_MEMORY = 5_000;

export interface Invoices {
  listOpen(query: { customerId: string; locationId?: string }): Promise<KometInvoice[]>;
  read(invoiceIds: readonly string[]): Promise<KometInvoice[]>;
}

export interface InvoicesOptions {
  readonly clock: () => number;
  /** How many times half a year is looked back for open invoices; each is a call. Older ones are not offered. */
  readonly windows: number;
}

/** Confirmed invoices, read anew every time: a balance that was remembered could be paid twice. */
export function createInvoices(api: Api, { clock, windows }: InvoicesOptions): Invoices {
  const owners = new Owners();
  const list = async (parameters: Readonly<Record<string, string>>): Promise<KometInvoice[]> => {
    const rows = await api.list(
      'invoice.list',
      { status: '1', ...parameters },
      { name: 'invoices', schema: invoiceRow },
    );
    const invoices = rows.map(toInvoice).filter(({ status }) => status === 'confirmed');
    owners.learn(invoices);
    return invoices;
  };
  return {
    listOpen: async ({ customerId, locationId }) => {
      const place = { customerId, ...(locationId !== undefined && { locationId }) };
      const found = await Promise.all(dayRanges(clock(), windows).map((range) => list({ ...place, ...range })));
      const mine = distinct(found.flat()).filter(
        (invoice) => invoice.customerId === customerId && (!locationId || invoice.locationId === locationId),
      );
      return mine.filter(({ balanceCents }) => balanceCents > 0).sort(byShipDate);
    },
    read: async (invoiceIds) => {
      const together = owners.together(invoiceIds);
      const found = together ? await list(together) : [];
      // An order may have got another ship date since: whoever is missing is asked for alone.
      const missing = invoiceIds.filter((id) => !found.some((invoice) => invoice.id === id));
      const alone = await Promise.all(missing.map((orderId) => list({ orderId })));
      return distinct([...found, ...alone.flat()]).filter(({ id }) => invoiceIds.includes(id));
    },
  };
}

const byShipDate = (a: KometInvoice, b: KometInvoice): number =>
  a.shipDate.localeCompare(b.shipDate) || a.number.localeCompare(b.number);

const distinct = (invoices: readonly KometInvoice[]): KometInvoice[] => [
  ...new Map(invoices.map((invoice) => [invoice.id, invoice])).values(),
];

const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

type DayRange = Record<'orderDateFrom' | 'orderDateTo', string>;

/** Half years next to each other, from the coming weeks backwards. */
function dayRanges(now: number, windows: number): DayRange[] {
  const end = now + AHEAD_DAYS * DAY_MS;
  return Array.from({ length: windows }, (_, index) => ({
    orderDateFrom: dayOf(end - ((index + 1) * WINDOW_DAYS - 1) * DAY_MS),
    orderDateTo: dayOf(end - index * WINDOW_DAYS * DAY_MS),
  }));
}

type Place = Pick<KometInvoice, 'customerId' | 'shipDate'>;

/** Whose the lately seen invoices are and when they ship, so that a payment of twenty invoices costs one call and not twenty. */
class Owners {
  readonly #places = new Map<string, Place>();

  learn(invoices: readonly KometInvoice[]): void {
    for (const { id, customerId, shipDate } of invoices) {
      this.#places.delete(id);
      this.#places.set(id, { customerId, shipDate });
    }
    for (const id of this.#places.keys()) {
      if (this.#places.size <= OWNER_MEMORY) return;
      this.#places.delete(id);
    }
  }

  /** Parameters that find all of several invoices, if one customer has them and they ship within half a year. */
  together(ids: readonly string[]): (DayRange & { customerId: string }) | undefined {
    const places = ids.flatMap((id) => this.#places.get(id) ?? []);
    const days = places.map(({ shipDate }) => shipDate).sort();
    const [customerId, ...others] = new Set(places.map((place) => place.customerId));
    const [orderDateFrom, orderDateTo] = [days[0], days.at(-1)];
    if (ids.length < 2 || places.length < ids.length || others.length > 0) return undefined;
    if (!customerId || !orderDateFrom || !orderDateTo) return undefined;
    if (Date.parse(orderDateTo) - Date.parse(orderDateFrom) >= WINDOW_DAYS * DAY_MS) return undefined;
    return { customerId, orderDateFrom, orderDateTo };
  }
}
