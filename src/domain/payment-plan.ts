import type { Rule } from '../contract/problem.js';

export interface OpenInvoice {
  readonly id: string;
  readonly openCents: number;
}

export interface OpenCreditBalance {
  readonly id: string;
  /** `YYYY-MM-DD`; older credits are used first. */
  readonly date: string;
  readonly openCents: number;
}

export interface PlannedAllocation {
  readonly invoiceId: string;
  readonly amountCents: number;
  readonly discountCents: number;
}

export interface CreditUse {
  readonly creditId: string;
  readonly amountCents: number;
}

/** What a payment does: every cent of the customer's money and credit has one place. */
export interface PaymentPlan {
  readonly allocations: readonly PlannedAllocation[];
  readonly credits: readonly CreditUse[];
  readonly appliedCents: number;
  readonly discountCents: number;
  readonly creditsAppliedCents: number;
  /** What the customer pays before the fee. */
  readonly amountCents: number;
  /** The part of `amountCents` that no invoice takes; it becomes an open credit. */
  readonly overpaymentCents: number;
}

export interface PlanViolation {
  readonly rule: Rule;
  /** The invoice or credit at fault, where there is one. */
  readonly itemId?: string;
  readonly openCents?: number;
}

export type PlanResult =
  { readonly ok: true; readonly plan: PaymentPlan } | { readonly ok: false; readonly violation: PlanViolation };

export interface PlanInput {
  readonly invoices: readonly OpenInvoice[];
  readonly allocations: readonly PlannedAllocation[];
  readonly credits: readonly OpenCreditBalance[];
  readonly amountCents: number;
  /** Spends the credits whole and keeps what is over as an overpayment (rule R-8); else a credit keeps what is not needed. */
  readonly wholeCredits?: boolean;
}

export const sumOf = <T>(items: readonly T[], centsOf: (item: T) => number): number =>
  items.reduce((sum, item) => sum + centsOf(item), 0);

/**
 * Lays a payment out: credits pay first, oldest first, the card pays the rest, and what is over becomes an overpayment
 * (rules ). Refuses what would put more on an invoice than is open on it.
 */
export function planPayment(input: PlanInput): PlanResult {
  const violation = lineViolation(input) ?? creditViolation(input);
  if (violation) return { ok: false, violation };
  const appliedCents = sumOf(input.allocations, (line) => line.amountCents);
  const credits = useCredits(input.credits, input.wholeCredits ? Number.POSITIVE_INFINITY : appliedCents);
  const creditsAppliedCents = sumOf(credits, (use) => use.amountCents);
  const overpaymentCents = input.amountCents - (appliedCents - creditsAppliedCents);
  if (overpaymentCents < 0) return { ok: false, violation: { rule: 'allocations-exceed-payment' } };
  const discountCents = sumOf(input.allocations, (line) => line.discountCents);
  if (appliedCents + discountCents + input.amountCents === 0)
    return { ok: false, violation: { rule: 'nothing-to-pay' } };
  return {
    ok: true,
    plan: {
      allocations: input.allocations,
      credits,
      appliedCents,
      discountCents,
      creditsAppliedCents,
      amountCents: input.amountCents,
      overpaymentCents,
    },
  };
}

function lineViolation({ invoices, allocations }: PlanInput): PlanViolation | undefined {
  const openById = new Map(invoices.map((invoice) => [invoice.id, invoice.openCents]));
  const seen = new Set<string>();
  for (const line of allocations) {
    if (seen.has(line.invoiceId)) return { rule: 'duplicate-invoice', itemId: line.invoiceId };
    seen.add(line.invoiceId);
    const openCents = openById.get(line.invoiceId);
    if (openCents === undefined || openCents <= 0)
      return { rule: 'invoice-not-open', itemId: line.invoiceId, openCents: 0 };
    if (line.amountCents + line.discountCents === 0) return { rule: 'nothing-to-pay', itemId: line.invoiceId };
    if (line.discountCents > openCents) return { rule: 'discount-exceeds-balance', itemId: line.invoiceId, openCents };
    if (line.amountCents + line.discountCents > openCents) {
      return { rule: 'allocations-exceed-payment', itemId: line.invoiceId, openCents };
    }
  }
  return undefined;
}

function creditViolation({ credits }: PlanInput): PlanViolation | undefined {
  const spent = credits.find((credit) => credit.openCents <= 0);
  if (spent) return { rule: 'credit-not-open', itemId: spent.id, openCents: 0 };
  return undefined;
}

function useCredits(credits: readonly OpenCreditBalance[], neededCents: number): CreditUse[] {
  const oldestFirst = [...credits].sort((a, b) => a.date.localeCompare(b.date) || a.id.localeCompare(b.id));
  const uses: CreditUse[] = [];
  let leftCents = neededCents;
  for (const credit of oldestFirst) {
    const amountCents = Math.min(credit.openCents, leftCents);
    if (amountCents > 0) uses.push({ creditId: credit.id, amountCents });
    leftCents -= amountCents;
  }
  return uses;
}
