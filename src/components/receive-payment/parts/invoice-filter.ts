import type { Invoice } from '../../../contract/invoice.js';

/** The invoices whose number or customer PO contains every word of the search. */
export function matching(invoices: readonly Invoice[], search: string): readonly Invoice[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return invoices;
  return invoices.filter((invoice) => {
    const text = `${invoice.number} ${invoice.customerPo ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
