import type { FeeRule } from '../contract/location.js';
import { feeCents } from './fee.js';
import {
  amountCents,
  appliedCents,
  chosenCreditCents,
  isPayable,
  unapplyInvoice,
  type OpenItems,
  type PaymentDraft,
} from './payment-draft.js';
import { sumOf } from './payment-plan.js';

export type DraftFault =
  | { readonly kind: 'nothing-to-pay' }
  | { readonly kind: 'amount-short'; readonly byCents: number }
  | { readonly kind: 'overpayment-unconfirmed'; readonly cents: number }
  | { readonly kind: 'invoice-over'; readonly invoiceId: string; readonly openCents: number }
  | { readonly kind: 'invoice-not-open'; readonly invoiceId: string };

/** Every sum a draft comes to, in cents, and what still keeps it from being paid. */
export interface DraftReview {
  readonly invoiceCount: number;
  readonly appliedCents: number;
  readonly discountCents: number;
  readonly creditsAppliedCents: number;
  readonly amountCents: number;
  readonly feeCents: number;
  /** What the card is charged. */
  readonly totalCents: number;
  readonly overpaymentCents: number;
  /** What stays open on the invoices picked. */
  readonly balanceLeftCents: number;
  readonly faults: readonly DraftFault[];
}

export function reviewDraft(draft: PaymentDraft, items: OpenItems, feeRule?: FeeRule): DraftReview {
  const applied = appliedCents(draft);
  const credits = Math.min(applied, chosenCreditCents(draft, items.credits));
  const amount = amountCents(draft, items.credits);
  const fee = feeCents(feeRule, amount);
  const picked = items.invoices.filter((invoice) => draft.lines.has(invoice.id));
  const discount = sumOf([...draft.lines.values()], (line) => line.discountCents);
  const open = sumOf(picked, (invoice) => invoice.openCents);
  const overpayment = Math.max(0, amount + credits - applied);
  return {
    invoiceCount: draft.lines.size,
    appliedCents: applied,
    discountCents: discount,
    creditsAppliedCents: credits,
    amountCents: amount,
    feeCents: fee,
    totalCents: amount + fee,
    overpaymentCents: overpayment,
    balanceLeftCents: Math.max(0, open - applied - discount),
    faults: [...lineFaults(draft, items), ...amountFaults(draft, { applied, credits, amount, discount, overpayment })],
  };
}

interface Sums {
  readonly applied: number;
  readonly credits: number;
  readonly amount: number;
  readonly discount: number;
  readonly overpayment: number;
}

function amountFaults(draft: PaymentDraft, sums: Sums): DraftFault[] {
  if (sums.applied + sums.discount + sums.amount === 0) return [{ kind: 'nothing-to-pay' }];
  const short = sums.applied - sums.credits - sums.amount;
  if (short > 0) return [{ kind: 'amount-short', byCents: short }];
  if (sums.overpayment > 0 && draft.confirmedOverpaymentCents !== sums.overpayment)
    return [{ kind: 'overpayment-unconfirmed', cents: sums.overpayment }];
  return [];
}

function lineFaults(draft: PaymentDraft, { invoices }: OpenItems): DraftFault[] {
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]));
  return [...draft.lines].flatMap(([invoiceId, line]): DraftFault[] => {
    const invoice = byId.get(invoiceId);
    if (!invoice || !isPayable(invoice)) return [{ kind: 'invoice-not-open', invoiceId }];
    const over = line.amountCents + line.discountCents > invoice.openCents;
    return over ? [{ kind: 'invoice-over', invoiceId, openCents: invoice.openCents }] : [];
  });
}

/** A balance that is not what the clerk saw; `nowCents` is 0 when the invoice or credit is gone or busy. */
export interface BalanceChange {
  readonly itemId: string;
  readonly number: string;
  readonly beforeCents: number;
  readonly nowCents: number;
}

/** What changed, among the invoices and credits the draft uses, between two readings. */
export function balanceChanges(draft: PaymentDraft, before: OpenItems, now: OpenItems): BalanceChange[] {
  const open = new Map<string, number>();
  for (const invoice of now.invoices) open.set(invoice.id, isPayable(invoice) ? invoice.openCents : 0);
  for (const credit of now.credits) open.set(credit.id, credit.heldByPaymentId ? 0 : credit.openCents);
  const used = [
    ...before.invoices.filter((invoice) => draft.lines.has(invoice.id)),
    ...before.credits.filter((credit) => draft.creditIds.includes(credit.id)),
  ];
  return used
    .map((item) => ({
      itemId: item.id,
      number: item.number,
      beforeCents: item.openCents,
      nowCents: open.get(item.id) ?? 0,
    }))
    .filter((change) => change.beforeCents !== change.nowCents);
}

/** Fits a draft to new balances: lines shrink to what is open, full lines stay full, what is gone is dropped. */
export function fitDraft(draft: PaymentDraft, changes: readonly BalanceChange[]): PaymentDraft {
  return changes.reduce((next, { itemId, beforeCents, nowCents }) => {
    const line = next.lines.get(itemId);
    if (!line) {
      return nowCents > 0 ? next : { ...next, creditIds: next.creditIds.filter((creditId) => creditId !== itemId) };
    }
    if (nowCents === 0) return unapplyInvoice(next, itemId);
    const discountCents = Math.min(line.discountCents, nowCents);
    const wasFull = line.amountCents + line.discountCents === beforeCents;
    const room = nowCents - discountCents;
    const amount = wasFull ? room : Math.min(line.amountCents, room);
    return { ...next, lines: new Map(next.lines).set(itemId, { amountCents: amount, discountCents }) };
  }, draft);
}
