import type { Invoice, OpenCredit } from '../../src/contract/invoice.js';
import type { Actor, Deps } from '../deps.js';
import { balanceOf, holders, openBalances } from './open-balances.js';
import { mayUseLocation, notFound, requireCustomer } from './scope.js';

export interface OpenItemsQuery {
  readonly customerId: string;
  readonly locationId?: string | undefined;
}

/** The customer's open invoices, oldest first, with what is open on each once postings on their way to Komet are counted. */
export function listInvoices(deps: Deps) {
  return async (actor: Actor, query: OpenItemsQuery): Promise<{ invoices: Invoice[] }> => {
    const found = await deps.komet.listOpenInvoices(actor.companyId, await scoped(deps, actor, query));
    const visible = found.filter((invoice) => mayUseLocation(actor, invoice.locationId));
    const ids = visible.map((invoice) => invoice.id);
    const open = await openBalances(deps.store.db, actor.companyId, 'invoice', visible.map(balanceOf));
    const held = await holders(deps.store.db, actor.companyId, 'invoice', ids);
    const invoices = visible.map(({ status, ...invoice }): Invoice => {
      const openCents = open.get(invoice.id) ?? 0;
      return { ...invoice, openCents, ...holder(held, invoice.id) };
    });
    return { invoices: invoices.filter((invoice) => invoice.openCents > 0) };
  };
}

/** The customer's open credits, oldest first. */
export function listCredits(deps: Deps) {
  return async (actor: Actor, query: OpenItemsQuery): Promise<{ credits: OpenCredit[] }> => {
    const found = await deps.komet.listOpenCredits(actor.companyId, await scoped(deps, actor, query));
    const visible = found.filter((credit) => mayUseLocation(actor, credit.locationId));
    const ids = visible.map((credit) => credit.id);
    const open = await openBalances(deps.store.db, actor.companyId, 'credit', visible.map(balanceOf));
    const held = await holders(deps.store.db, actor.companyId, 'credit', ids);
    const credits = visible.map(({ balanceCents: _, ...credit }): OpenCredit => {
      const openCents = open.get(credit.id) ?? 0;
      return { ...credit, openCents, ...holder(held, credit.id) };
    });
    return { credits: credits.filter((credit) => credit.openCents > 0) };
  };
}

const holder = (held: ReadonlyMap<string, string>, id: string): { heldByPaymentId?: string } => {
  const heldByPaymentId = held.get(id);
  return heldByPaymentId ? { heldByPaymentId } : {};
};

async function scoped(
  deps: Deps,
  actor: Actor,
  query: OpenItemsQuery,
): Promise<{ customerId: string; locationId?: string }> {
  await requireCustomer(deps, actor, query.customerId);
  if (!query.locationId) return { customerId: query.customerId };
  if (!mayUseLocation(actor, query.locationId)) throw notFound();
  return { customerId: query.customerId, locationId: query.locationId };
}
