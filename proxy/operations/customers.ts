import type { Customer } from '../../src/contract/customer.js';
import type { Actor, Deps } from '../deps.js';
import { requireCustomer } from './scope.js';

export interface CustomerQuery {
  readonly search?: string | undefined;
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
}

const DEFAULT_LIMIT = 20;

/** Customers by part of their name or code; a portal user finds only its own. */
export function searchCustomers(deps: Deps) {
  return (actor: Actor, query: CustomerQuery): Promise<{ customers: Customer[]; nextCursor?: string }> =>
    deps.komet.searchCustomers(actor.companyId, {
      limit: Number(query.limit ?? DEFAULT_LIMIT),
      ...(query.search && { search: query.search }),
      ...(query.cursor && { cursor: query.cursor }),
      ...(actor.customerId && { onlyIds: [actor.customerId] }),
    });
}

export function readCustomer(deps: Deps) {
  return (actor: Actor, customerId: string): Promise<Customer> => requireCustomer(deps, actor, customerId);
}
