import type { DeclineCause, FailureCause } from '../../../contract/payment.js';
import type { Rule } from '../../../contract/problem.js';
import type { BalanceChange } from '../../../domain/draft-review.js';
import type { OpenItems } from '../../../domain/payment-draft.js';
import type { PayError } from '../../../services/pay-error.js';

/** Why no payment came of an attempt, as far as the clerk can act on it. In all of them no money moved. */
export type Refusal =
  | {
      readonly kind: 'declined';
      readonly cause: DeclineCause;
      readonly code: string | undefined;
      readonly cardId: string | undefined;
    }
  | { readonly kind: 'failed'; readonly cause: FailureCause | undefined }
  | { readonly kind: 'changed'; readonly changes: readonly BalanceChange[] }
  | { readonly kind: 'fee-changed' }
  | { readonly kind: 'busy-invoices'; readonly numbers: readonly string[] }
  | { readonly kind: 'busy-credits' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'vetoed' }
  | { readonly kind: 'card-incomplete' }
  | { readonly kind: 'card-unavailable' }
  | { readonly kind: 'other'; readonly error: PayError };

/** What a failed attempt means on this screen; `items` are the invoices as the clerk saw them. */
export function refusalOf(error: PayError, items: OpenItems): Refusal {
  const { payment } = error;
  switch (error.code) {
    case 'payment-declined':
      return {
        kind: 'declined',
        cause: payment?.decline?.cause ?? 'declined',
        code: payment?.decline?.code,
        cardId: payment?.card?.cardId,
      };
    case 'payment-failed':
    case 'gateway-unreachable':
      return { kind: 'failed', cause: payment?.failure };
    case 'amount-changed':
      return { kind: 'changed', changes: [] };
    case 'fee-changed':
      return { kind: 'fee-changed' };
    case 'invoice-busy':
      return { kind: 'busy-invoices', numbers: numbersOf(error, items) };
    case 'credit-busy':
      return { kind: 'busy-credits' };
    case 'rule-broken':
      return ruleRefusal(error);
    case 'stopped-by-page':
      return { kind: 'vetoed' };
    case 'card-frame-invalid':
      return { kind: 'card-incomplete' };
    case 'card-frame-unavailable':
      return { kind: 'card-unavailable' };
    default:
      return { kind: 'other', error };
  }
}

/** Rules that only a balance seen too long ago can break. */
const BALANCE_RULES: ReadonlySet<Rule | undefined> = new Set<Rule>([
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
