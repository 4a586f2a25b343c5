import type { Komet, KometCompany } from '../port.js';
import { createApi, type ApiOptions } from './call.js';
import { createCustomers } from './customers.js';
import { createInvoices } from './invoices.js';
import { toLocation, type TimeZones } from './mapping.js';
import { createOrders } from './orders.js';
import { findBooked, listBooked } from './payments.js';
import { createPosting } from './posting.js';
import { remember } from './remembered.js';
import { locationRow } from './schemas.js';

export interface HttpKometOptions extends ApiOptions {
  /** The one company the token belongs to, and what the API does not tell about it. */
  readonly company: KometCompany;
  readonly timeZones: TimeZones;
  /** How many times half a year is looked back for open invoices. Default 2; each costs a call. */
  readonly invoiceWindows?: number;
}

const LOCATIONS_MAX_AGE_MS = 10 * 60_000;
const INVOICE_WINDOWS = 2;

/**
 * Komet behind its public API. Reads throw a ProblemError `komet-unreachable` whenever Komet does not answer as documented. The API has
 * no method for open credits, charge backs, confirming orders and currencies: no credits are offered, a charge back waits for a
 * person, an order is confirmed in Komet, and customers have the company's currency unless the list says otherwise. Other companies are unknown here.
 */
export function createHttpKomet(options: HttpKometOptions): Komet {
  const { company, clock, timeZones } = options;
  const api = createApi(options);
  const customers = createCustomers(api, { clock, currency: company.currency });
  const invoices = createInvoices(api, { clock, windows: options.invoiceWindows ?? INVOICE_WINDOWS });
  const orders = createOrders(api, { clock });
  const places = remember(() => api.list('location.list', {}, { name: 'locations', schema: locationRow }), {
    clock,
    maxAgeMs: LOCATIONS_MAX_AGE_MS,
  });
  const locations = async () => (await places.get()).map((row) => toLocation(row, timeZones));
  const post = createPosting(api, { clock, locations });

  /** The token opens one company's books: whoever asks for another's gets nothing, and no call is made. */
  const of = <T>(companyId: string, nothing: T, read: () => Promise<T>): Promise<T> =>
    companyId === company.id ? read() : Promise.resolve(nothing);
  return {
    readCompany: (companyId) => of<KometCompany | undefined>(companyId, undefined, () => Promise.resolve(company)),
    listLocations: (companyId) => of(companyId, [], locations),
    searchCustomers: (companyId, query) => of(companyId, { customers: [] }, () => customers.search(query)),
    readCustomer: (companyId, customerId) => of(companyId, undefined, () => customers.read(customerId)),
    listOpenInvoices: (companyId, query) => of(companyId, [], () => invoices.listOpen(query)),
    readInvoices: (companyId, ids) => of(companyId, [], () => invoices.read(ids)),
    listOpenCredits: () => Promise.resolve([]),
    readCredits: () => Promise.resolve([]),
    readOverpayment: () => Promise.resolve(undefined),
    readOrder: (companyId, orderId) => of(companyId, undefined, () => orders.read(orderId)),
    listOrders: (companyId, query) => of(companyId, [], () => orders.list(query)),
    confirmsOrders: false,
    confirmOrder: () => Promise.resolve({ kind: 'refused', message: "Komet's API can not confirm orders" }),
    listPayments: (companyId, query) => of(companyId, [], () => listBooked(api, query)),
    findPayments: (companyId, reference) => of(companyId, [], () => findBooked(api, reference)),
    post: (companyId, posting) =>
      companyId === company.id
        ? post(posting)
        : Promise.resolve({ kind: 'refused', message: `Komet's token is not for company ${companyId}` }),
  };
}
