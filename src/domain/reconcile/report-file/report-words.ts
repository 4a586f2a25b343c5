import { BRANDS } from '../../../contract/card.js';
import type { Entry } from '../entry.js';

/** What reports call a row's type; an authorization moves no money by itself. Undefined when the word isn't known. */
export function kindOf(type: string): Entry['kind'] | 'authorization' | undefined {
  const word = type.toLowerCase().replace(/[^a-z]/g, '');
  if (word.includes('void')) return 'void';
  if (/refund|return|credit$/.test(word)) return 'refund';
  if (/sale|capture|force|purchase|charge|debit|creditcard/.test(word)) return 'sale';
  return word.includes('auth') ? 'authorization' : undefined;
}

/** A report of batches that tells no status holds what was approved. */
export function stateOf(status: string): Entry['state'] | undefined {
  const word = (status || 'approved').toLowerCase().replace(/[^a-z]/g, '');
  if (word.includes('void')) return 'voided';
  if (/declin|error|fail|reject|denied/.test(word)) return 'declined';
  return /approv|settl|closed|captur|complet|success|funded|batched/.test(word) ? 'approved' : undefined;
}

export function brandOf(text: string): (typeof BRANDS)[number] | undefined {
  const word = text.toLowerCase().replace(/[^a-z]/g, '');
  if (word === '') return undefined;
  if (word === 'mc') return 'mastercard';
  if (word.startsWith('americanexp')) return 'amex';
  return BRANDS.find((brand) => word.startsWith(brand)) ?? 'other';
}
