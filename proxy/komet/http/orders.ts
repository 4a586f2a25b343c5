import type { KometOrder, OrderSearch } from '../port.js';
import type { Api } from './call.js';
import { toInvoice } from './mapping.js';
import { invoiceRow } from './schemas.js';

const DAY_MS = 86_400_000;
/** Orders that still move ship around now; the API takes ship dates at most six months apart. */
const REACH_DAYS = 89;

/** The numbers of `invoice.list`. */
const STATUS_CODES = { pending: '0', confirmed: '1', draft: '2', voided: '4' } as const;

export interface Orders {
  read(orderId: string): Promise<KometOrder | undefined>;
  list(query: OrderSearch): Promise<KometOrder[]>;
}

/** Orders of whatever status. A row that tells no status counts as confirmed, so that it is never offered for confirming. */
export function createOrders(api: Api, { clock }: { readonly clock: () => number }): Orders {
  const find = async (parameters: Readonly<Record<string, string>>): Promise<KometOrder[]> =>
    (await api.list('invoice.list', parameters, { name: 'invoices', schema: invoiceRow })).map(toInvoice);
  return {
    read: async (orderId) => (await find({ orderId })).find(({ id }) => id === orderId),
    list: async ({ locationId, customerId, status, limit }) => {
      const found = await find({
        orderDateFrom: dayOf(clock() - REACH_DAYS * DAY_MS),
        orderDateTo: dayOf(clock() + REACH_DAYS * DAY_MS),
        ...(locationId !== undefined && { locationId }),
        ...(customerId !== undefined && { customerId }),
        ...(status !== undefined && { status: STATUS_CODES[status] }),
      });
      const wanted = found.filter(
        (order) =>
          (!locationId || order.locationId === locationId) &&
          (!customerId || order.customerId === customerId) &&
          (!status || order.status === status),
      );
      return wanted.sort((a, b) => a.shipDate.localeCompare(b.shipDate)).slice(0, limit);
    },
  };
}

const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
