import type { Invoice, OpenCredit } from '../contract/invoice.js';
import { autoApply } from './auto-apply.js';
import { sumOf } from './payment-plan.js';

/** What is put on one invoice, in cents. */
export interface DraftLine {
  readonly amountCents: number;
  readonly discountCents: number;
}

/**
 * A payment a clerk is still composing. While `typedCents` is undefined the amount follows what is picked; once an amount
 * is typed it stays, and applying uses it up. A confirmed overpayment is kept as its cents, so that it lapses when they change.
 */
export interface PaymentDraft {
  readonly lines: ReadonlyMap<string, DraftLine>;
  readonly creditIds: readonly string[];
  readonly typedCents: number | undefined;
  readonly confirmedOverpaymentCents: number;
}

export const EMPTY_DRAFT: PaymentDraft = {
  lines: new Map(),
  creditIds: [],
  typedCents: undefined,
  confirmedOverpaymentCents: 0,
};

/** Invoices and credits of the customer as last read. */
export interface OpenItems {
  readonly invoices: readonly Invoice[];
  readonly credits: readonly OpenCredit[];
}

/** Whether an invoice can be picked: something is open on it and no other payment of it is under way. */
export function isPayable(invoice: Invoice): boolean {
  return invoice.openCents > 0 && invoice.heldByPaymentId === undefined;
}

export function appliedCents(draft: PaymentDraft): number {
  return sumOf([...draft.lines.values()], (line) => line.amountCents);
}

export function chosenCreditCents(draft: PaymentDraft, credits: readonly OpenCredit[]): number {
  return sumOf(
    credits.filter((credit) => draft.creditIds.includes(credit.id)),
    (credit) => credit.openCents,
  );
}

/** What the customer pays before the fee: typed by hand, or else what is applied less the credits chosen. */
export function amountCents(draft: PaymentDraft, credits: readonly OpenCredit[]): number {
  return draft.typedCents ?? Math.max(0, appliedCents(draft) - chosenCreditCents(draft, credits));
}

/** How much money of this draft no invoice has yet; without a typed amount there is no limit. */
export function leftCents(draft: PaymentDraft, credits: readonly OpenCredit[]): number {
  if (draft.typedCents === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(0, draft.typedCents + chosenCreditCents(draft, credits) - appliedCents(draft));
}

/** Puts as much on an invoice as is open on it and left to apply; unchanged when nothing is left. */
export function applyInvoice(draft: PaymentDraft, invoice: Invoice, credits: readonly OpenCredit[]): PaymentDraft {
  if (!isPayable(invoice) || draft.lines.has(invoice.id)) return draft;
  const share = Math.min(invoice.openCents, leftCents(draft, credits));
  return share > 0 ? setLine(draft, invoice.id, { amountCents: share, discountCents: 0 }) : draft;
}

export function unapplyInvoice(draft: PaymentDraft, invoiceId: string): PaymentDraft {
  const lines = new Map(draft.lines);
  lines.delete(invoiceId);
  return { ...draft, lines };
}

/** Applies invoices in the given order until a typed amount is used up. */
export function applyAll(draft: PaymentDraft, invoices: readonly Invoice[], credits: readonly OpenCredit[]) {
  return invoices.reduce((next, invoice) => applyInvoice(next, invoice, credits), draft);
}

/** Forgets what was applied before and spreads the typed amount and chosen credits over the oldest invoices. */
export function applyOldestFirst(draft: PaymentDraft, { invoices, credits }: OpenItems): PaymentDraft {
  const budget = (draft.typedCents ?? 0) + chosenCreditCents(draft, credits);
  const lines = autoApply(oldestFirst(invoices).filter(isPayable), budget);
  return { ...draft, lines: new Map(lines.map(({ invoiceId, ...line }) => [invoiceId, line])) };
}

export function oldestFirst(invoices: readonly Invoice[]): Invoice[] {
  return [...invoices].sort((a, b) => a.shipDate.localeCompare(b.shipDate) || a.number.localeCompare(b.number));
}

/** Sets what is paid on an invoice as typed, even when it is too much: the review says so instead of changing it. */
export function payOnInvoice(draft: PaymentDraft, invoice: Invoice, cents: number): PaymentDraft {
  const discountCents = draft.lines.get(invoice.id)?.discountCents ?? 0;
  if (cents === 0 && discountCents === 0) return unapplyInvoice(draft, invoice.id);
  return setLine(draft, invoice.id, { amountCents: cents, discountCents });
}

/** Forgives part of an invoice; what is paid on it makes room, so that a full payment stays a full payment. */
export function discountInvoice(draft: PaymentDraft, invoice: Invoice, cents: number): PaymentDraft {
  const before = draft.lines.get(invoice.id) ?? { amountCents: 0, discountCents: 0 };
  const wasFull = before.amountCents + before.discountCents === invoice.openCents;
  const room = Math.max(0, invoice.openCents - cents);
  const amount = wasFull ? room : Math.min(before.amountCents, room);
  if (amount === 0 && cents === 0) return unapplyInvoice(draft, invoice.id);
  return setLine(draft, invoice.id, { amountCents: amount, discountCents: cents });
}

export function withoutDiscounts(draft: PaymentDraft, invoices: readonly Invoice[]): PaymentDraft {
  const discounted = invoices.filter((invoice) => draft.lines.get(invoice.id)?.discountCents);
  return discounted.reduce((next, invoice) => discountInvoice(next, invoice, 0), draft);
}

function setLine(draft: PaymentDraft, invoiceId: string, line: DraftLine): PaymentDraft {
  return { ...draft, lines: new Map(draft.lines).set(invoiceId, line) };
}
