import { planPayment, type PaymentPlan, type PlanViolation } from '../../src/domain/payment-plan.js';
import type { Actor, Deps } from '../deps.js';
import type { KometCredit, KometInvoice } from '../komet/port.js';
import { brokenRule, ProblemError } from '../problem-error.js';
import type { Tx } from '../store/store.js';
import { balanceOf, holders, openBalances, versions, type ItemKind } from './open-balances.js';
import type { PaymentIntent } from './payment-intent.js';

/** The invoices and credits of a payment as Komet has them, with the versions they were read at. */
export interface ReadItems {
  readonly invoices: readonly KometInvoice[];
  readonly credits: readonly KometCredit[];
  readonly versions: Readonly<Record<ItemKind, ReadonlyMap<string, number>>>;
}

/** The items changed between reading them from Komet and locking them; read again. */
export class ItemsChanged extends Error {
  override readonly name = 'ItemsChanged';
}

export async function readItems(deps: Deps, actor: Actor, { request }: PaymentIntent): Promise<ReadItems> {
  const invoiceIds = request.allocations.map((line) => line.invoiceId);
  const creditIds = request.creditIds ?? [];
  const { db } = deps.store;
  const seen = {
    invoice: await versions(db, actor.companyId, 'invoice', invoiceIds),
    credit: await versions(db, actor.companyId, 'credit', creditIds),
  };
  const invoices = await deps.komet.readInvoices(actor.companyId, invoiceIds);
  const credits = await deps.komet.readCredits(actor.companyId, creditIds);
  checkOwnership(request, invoices, credits);
  return { invoices, credits, versions: seen };
}

function checkOwnership(
  request: PaymentIntent['request'],
  invoices: readonly KometInvoice[],
  credits: readonly KometCredit[],
): void {
  for (const { invoiceId } of request.allocations) {
    checkInvoice(
      request,
      invoiceId,
      invoices.find((candidate) => candidate.id === invoiceId),
    );
  }
  for (const creditId of request.creditIds ?? []) {
    const credit = credits.find((candidate) => candidate.id === creditId);
    if (credit?.customerId === request.customerId && credit.locationId === request.locationId) continue;
    const items = [{ id: creditId }];
    throw brokenRule('credit-not-open', 'A credit is not one of this customer at this location', { items });
  }
}

function checkInvoice(request: PaymentIntent['request'], invoiceId: string, invoice: KometInvoice | undefined): void {
  const items = [{ id: invoiceId }];
  if (invoice?.customerId !== request.customerId) {
    throw brokenRule('invoice-of-other-customer', 'An invoice is not one of this customer', { items });
  }
  if (invoice.locationId !== request.locationId) {
    throw brokenRule('invoice-of-other-location', 'A payment takes invoices of one location only', { items });
  }
  const confirming = request.confirmOrder && invoice.id === request.orderId && invoice.status === 'pending';
  if (invoice.status !== 'confirmed' && !confirming)
    throw brokenRule('invoice-not-open', 'An invoice is not confirmed', { items });
}

export interface PlanOverItems {
  readonly plan: PaymentPlan;
  /** What was open on each invoice, in cents. */
  readonly openBefore: ReadonlyMap<string, number>;
}

/**
 * Locks the items in one order, so that two payments of the same invoices wait for each other instead of deadlocking, and lays the
 * payment out over what is open on them now.
 */
export async function planOverLockedItems(
  tx: Tx,
  actor: Actor,
  intent: PaymentIntent,
  items: ReadItems,
): Promise<PlanOverItems> {
  const invoices = await openItems(tx, actor.companyId, 'invoice', items.invoices, items.versions.invoice);
  const credits = await openItems(tx, actor.companyId, 'credit', items.credits, items.versions.credit);
  const { request } = intent;
  const result = planPayment({
    invoices,
    credits: credits.map((credit, index) => ({ ...credit, date: items.credits[index]?.date ?? '' })),
    allocations: request.allocations.map((line) => ({ ...line, discountCents: line.discountCents ?? 0 })),
    amountCents: request.amountCents,
    wholeCredits: request.orderId !== undefined,
  });
  if (!result.ok) throw refusalOf(result.violation);
  if (request.orderId || !actor.permissions.has('pay')) requireFullPayment(result.plan, invoices);
  const declaredCents = request.overpaymentCents ?? 0;
  if (result.plan.overpaymentCents !== declaredCents) {
    throw brokenRule('overpayment-not-confirmed', 'Say in overpaymentCents what is to be kept as open credit', {
      items: [{ id: 'overpayment', openCents: result.plan.overpaymentCents }],
    });
  }
  return { plan: result.plan, openBefore: new Map(invoices.map((invoice) => [invoice.id, invoice.openCents])) };
}

interface OpenItem {
  readonly id: string;
  readonly openCents: number;
}

async function openItems(
  tx: Tx,
  companyId: string,
  kind: ItemKind,
  items: readonly (KometInvoice | KometCredit)[],
  seen: ReadonlyMap<string, number>,
): Promise<OpenItem[]> {
  const ids = items.map((item) => item.id);
  const inOrder = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const item of inOrder) {
    const row = await lockItem(tx, companyId, kind, item);
    if (row.version !== (seen.get(item.id) ?? 1)) throw new ItemsChanged();
  }
  await refuseHeld(tx, companyId, kind, ids);
  const openCents = await openBalances(tx, companyId, kind, items.map(balanceOf));
  return ids.map((id) => ({ id, openCents: openCents.get(id) ?? 0 }));
}

/** Locks what this proxy knows of an item for the rest of the transaction. */
export async function lockItem(
  tx: Tx,
  companyId: string,
  kind: ItemKind,
  item: KometInvoice | KometCredit,
): Promise<{ version: number }> {
  const { totalCents: total } = balanceOf(item);
  return tx
    .insertInto('item_account')
    .values({ company_id: companyId, kind, item_id: item.id, total_cents: total })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'kind', 'item_id']).doUpdateSet((eb) => ({
        total_cents: eb.fn<number>('greatest', ['excluded.total_cents', 'item_account.used_cents']),
      })),
    )
    .returning('version')
    .executeTakeFirstOrThrow();
}

async function refuseHeld(tx: Tx, companyId: string, kind: ItemKind, ids: readonly string[]): Promise<void> {
  const held = await holders(tx, companyId, kind, ids);
  if (held.size === 0) return;
  const items = [...held].map(([id, paymentId]) => ({ id, paymentId }));
  throw new ProblemError(kind === 'invoice' ? 'invoice-busy' : 'credit-busy', { items });
}

function refusalOf({ rule, itemId, openCents }: PlanViolation): ProblemError {
  const items = itemId ? [{ id: itemId, ...(openCents !== undefined && { openCents }) }] : [];
  const balanceRules: readonly string[] = [
    'allocations-exceed-payment',
    'discount-exceeds-balance',
    'invoice-not-open',
    'credit-not-open',
  ];
  if (itemId && balanceRules.includes(rule)) return new ProblemError('amount-changed', { items });
  return brokenRule(rule, 'The amounts of this payment do not fit together', { items });
}

/** Pay & Confirm takes no partial payment (rule R-5). */
function requireFullPayment(plan: PaymentPlan, invoices: readonly OpenItem[]): void {
  for (const line of plan.allocations) {
    const open = invoices.find((invoice) => invoice.id === line.invoiceId)?.openCents ?? 0;
    if (line.amountCents + line.discountCents === open) continue;
    throw brokenRule('partial-not-allowed', 'An order is paid in full when it is confirmed', {
      items: [{ id: line.invoiceId, openCents: open }],
    });
  }
}
