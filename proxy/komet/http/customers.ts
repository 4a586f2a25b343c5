import type { CustomerSearch, KometCustomer } from '../port.js';
import type { Api } from './call.js';
import { toCustomer } from './mapping.js';
import { remember } from './remembered.js';
import { customerRow } from './schemas.js';

/** A company may call a thousand times a day and user: one reading in ten minutes leaves most of that for invoices. */
const MAX_AGE_MS = 10 * 60_000;
/** How old the list may be when a customer is not in it; asking for ids that don't exist must not use up the calls. */
const MAX_AGE_OF_ABSENCE_MS = 5 * 60_000;

export interface Customers {
  search(query: CustomerSearch): Promise<{ customers: KometCustomer[]; nextCursor?: string }>;
  read(customerId: string): Promise<KometCustomer | undefined>;
}

/**
 * All customers of the company, read at once: the API has no pages, matches codes only as a whole and counts every call, so searching
 * is done here. The cursor is the last id of a page.
 */
export function createCustomers(
  api: Api,
  { clock, currency }: { readonly clock: () => number; readonly currency: string },
): Customers {
  const all = remember(() => readAll(api, currency), { clock, maxAgeMs: MAX_AGE_MS });
  const find = async (customerId: string, maxAgeMs?: number): Promise<KometCustomer | undefined> =>
    (await all.get(maxAgeMs)).find((customer) => customer.id === customerId);
  return {
    search: async (query) => page(await all.get(), query),
    read: async (customerId) => (await find(customerId)) ?? find(customerId, MAX_AGE_OF_ABSENCE_MS),
  };
}

async function readAll(api: Api, currency: string): Promise<KometCustomer[]> {
  const rows = await api.list('customer.list', { includeInactive: '1' }, { name: 'customers', schema: customerRow });
  return rows
    .map((row) => toCustomer(row, currency))
    .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

function page(
  all: readonly KometCustomer[],
  { search = '', onlyIds, limit, cursor }: CustomerSearch,
): { customers: KometCustomer[]; nextCursor?: string } {
  const wanted = search.toLowerCase();
  const found = all.filter(
    ({ id, name, code }) => (!onlyIds || onlyIds.includes(id)) && `${name}\n${code}`.toLowerCase().includes(wanted),
  );
  const start = cursor === undefined ? 0 : found.findIndex(({ id }) => id === cursor) + 1;
  // The customer a page ended with may be gone by now; then there is no next page rather than the first again.
  if (cursor !== undefined && start === 0) return { customers: [] };
  const customers = found.slice(start, start + limit);
  const last = customers.at(-1);
  return last && start + limit < found.length ? { customers, nextCursor: last.id } : { customers };
}
