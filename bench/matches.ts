import type { ReconciliationEntry, ReconciliationGroup } from '../src/contract/reconciliation.js';

/** One line in fifty is missing at the processor. */
const EVERY = 50;

/** So many lines as the proxy would list them. */
export const matchesOf = (count: number): ReconciliationGroup[] =>
  Array.from({ length: count }, (_, index): ReconciliationGroup => {
    const entry: ReconciliationEntry = {
      id: `entry-${index}`,
      transactionId: String(5_000_000 + index),
      kind: 'sale',
      state: 'approved',
      amountCents: 1_000 + index,
      feeCents: 0,
      tipCents: 0,
      brand: 'visa',
      last4: '1111',
      day: '2026-11-20',
      locationId: 'miami',
      batchId: '214',
    };
    const komet = { ...entry, controlNumber: 10_000 + index, customerName: `Customer ${index % 97}` };
    if (index % EVERY === 0) return { index, group: 'missing-at-processor', komet };
    return { index, group: 'matched', rule: 'transaction-id', komet, processor: entry };
  });
