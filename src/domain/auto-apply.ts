import type { OpenInvoice, PlannedAllocation } from './payment-plan.js';

/**
 * Spreads an amount over invoices given oldest first. One invoice whose balance is exactly the amount wins over the oldest,
 * since that is what the customer most likely meant; otherwise the oldest are paid in full before the next gets anything.
 */
export function autoApply(oldestFirst: readonly OpenInvoice[], amountCents: number): PlannedAllocation[] {
  const exact = oldestFirst.find((invoice) => invoice.openCents === amountCents);
  if (exact && amountCents > 0) return [{ invoiceId: exact.id, amountCents, discountCents: 0 }];
  const allocations: PlannedAllocation[] = [];
  let leftCents = amountCents;
  for (const invoice of oldestFirst) {
    const share = Math.min(invoice.openCents, leftCents);
    if (share <= 0) continue;
    allocations.push({ invoiceId: invoice.id, amountCents: share, discountCents: 0 });
    leftCents -= share;
  }
  return allocations;
}
