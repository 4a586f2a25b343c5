import type { Columns } from './columns.js';
import { KeyTable } from './key.js';

/** The positions of each transaction that stands on a side more than once, in their order. */
export function repeatedTransactions({ transaction, length, entry }: Columns): number[][] {
  const sameKey = new Map<number, number[]>();
  new KeyTable(transaction).fill(0, length, (_, held, index) => {
    const positions = sameKey.get(held);
    if (positions) positions.push(index);
    else sameKey.set(held, [held, index]);
  });
  const byText = new Map<string | undefined, number[]>();
  for (const position of [...sameKey.values()].flat()) {
    const text = entry(position).transactionId;
    const positions = byText.get(text);
    if (positions) positions.push(position);
    else byText.set(text, [position]);
  }
  return [...byText.values()].filter((positions) => positions.length > 1);
}
