import { listCredits, listCustomers, listInvoices, listLocations, readCustomer } from '../../src/contract/routes.js';
import { userEndpoint } from '../http/endpoints.js';
import { readCustomer as read, searchCustomers } from '../operations/customers.js';
import { listLocations as locationsOf } from '../operations/locations.js';
import { listCredits as creditsOf, listInvoices as invoicesOf } from '../operations/open-items.js';

export const customerEndpoints = [
  userEndpoint(listLocations, async ({ deps }, { actor }) => ({ status: 200, body: await locationsOf(deps)(actor) })),
  userEndpoint(listCustomers, async ({ deps }, { actor, query }) => ({
    status: 200,
    body: await searchCustomers(deps)(actor, query),
  })),
  userEndpoint(readCustomer, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await read(deps)(actor, params.customerId),
  })),
  userEndpoint(listInvoices, async ({ deps }, { actor, params, query }) => ({
    status: 200,
    body: await invoicesOf(deps)(actor, { ...params, ...query }),
  })),
  userEndpoint(listCredits, async ({ deps }, { actor, params, query }) => ({
    status: 200,
    body: await creditsOf(deps)(actor, { ...params, ...query }),
  })),
];
