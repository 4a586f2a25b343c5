import type { Rule } from '../../../contract/problem.js';
import type { BalanceChange } from '../../../domain/draft-review.js';
import type { OpenItems } from '../../../domain/payment-draft.js';
import type { PayError } from '../../../services/pay-error.js';

/** Why no payment came of an attempt, as far as the clerk can act on it. In all of them no money moved. */
export type Refusal =
  | {
      readonly kind: 'declined';
      readonly error: PayError;
      readonly code: string | undefined;
      readonly cardId: string | undefined;
    }
  | { readonly kind: 'failed'; readonly error: PayError }
  | { readonly kind: 'changed'; readonly changes: readonly BalanceChange[] }
  | { readonly kind: 'busy-invoices'; readonly numbers: readonly string[] }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'other'; readonly error: PayError };

/** Whether what the clerk sees is old, so that it has to be read anew before the next attempt. */
export function isOutdated(refusal: Refusal): boolean {
  if (refusal.kind === 'other') return refusal.error.code === 'fee-changed' || refusal.error.code === 'credit-busy';
  return refusal.kind === 'changed';
}

/** What a failed attempt means on this screen; `items` are the invoices as the clerk saw them. */
export function refusalOf(error: PayError, items: OpenItems): Refusal {
  const { payment } = error;
  switch (error.code) {
    case 'payment-declined':
      return {
        kind: 'declined',
        error,
        code: payment?.decline?.code,
        cardId: payment?.card?.cardId,
      };
    case 'payment-failed':
    case 'gateway-unreachable':
      return { kind: 'failed', error };
    case 'amount-changed':
      return { kind: 'changed', changes: [] };
    case 'invoice-busy':
      return { kind: 'busy-invoices', numbers: numbersOf(error, items) };
    case 'rule-broken':
      return ruleRefusal(error);
    default:
      return { kind: 'other', error };
  }
}

/** Rules that only a balance seen too long ago can break. */
const BALANCE_RULES: ReadonlySet<string | undefined> = new Set<Rule>([
  'invoice-not-open',
  'credit-not-open',
  'allocations-exceed-payment',
  'discount-exceeds-balance',
]);

function ruleRefusal(error: PayError): Refusal {
  const rule = error.problem?.rule;
  if (rule === 'suspected-duplicate') return { kind: 'duplicate' };
  return BALANCE_RULES.has(rule) ? { kind: 'changed', changes: [] } : { kind: 'other', error };
}

function numbersOf({ problem }: PayError, { invoices }: OpenItems): string[] {
  const busy = new Set(problem?.items?.map((item) => item.id));
  return invoices.filter((invoice) => busy.has(invoice.id)).map((invoice) => invoice.number);
}
