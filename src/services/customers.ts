import type { Customer } from '../contract/customer.js';
import type { Invoice, OpenCredit } from '../contract/invoice.js';
import * as routes from '../contract/routes.js';
import type { CallOptions, PayClient } from './call.js';

export interface CustomerSearch {
  /** Part of the name or code. */
  readonly search?: string;
  readonly limit?: number;
  /** `nextCursor` of the page before. */
  readonly cursor?: string;
}

export interface CustomerPage {
  readonly customers: Customer[];
  readonly nextCursor?: string | undefined;
}

export const listCustomers =
  (client: PayClient) =>
  ({ limit, ...search }: CustomerSearch = {}, { signal }: CallOptions = {}): Promise<CustomerPage> =>
    client.call(routes.listCustomers, { query: { ...search, ...(limit && { limit: String(limit) }) }, signal });

export const readCustomer =
  (client: PayClient) =>
  (customerId: string, { signal }: CallOptions = {}): Promise<Customer> =>
    client.call(routes.readCustomer, { params: { customerId }, signal });

export const listInvoices =
  (client: PayClient) =>
  async (customerId: string, locationId?: string, { signal }: CallOptions = {}): Promise<Invoice[]> =>
    (await client.call(routes.listInvoices, { params: { customerId }, query: { locationId }, signal })).invoices;

export const listCredits =
  (client: PayClient) =>
  async (customerId: string, locationId?: string, { signal }: CallOptions = {}): Promise<OpenCredit[]> =>
    (await client.call(routes.listCredits, { params: { customerId }, query: { locationId }, signal })).credits;
