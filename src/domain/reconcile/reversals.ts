import { TRAIT, type Columns } from './columns.js';
import type { Entry } from './entry.js';

/** The reversals of one side by the sale they take back. */
export type Reversals = ReadonlyMap<string, readonly number[]>;

export function reversalsByParent(side: Columns, positions: readonly number[]): Reversals {
  const byParent = new Map<string, number[]>();
  for (const position of positions) {
    if (((side.traits[position] as number) & TRAIT.hasParent) === 0) continue;
    const parentId = side.entry(position).parentId as string;
    const known = byParent.get(parentId);
    if (known) known.push(position);
    else byParent.set(parentId, [position]);
  }
  return byParent;
}

/**
 * The void that cancels a sale on the same side to the cent, within the same days. A sale taken back before its batch closed
 * leaves nothing, or a zero, at the processor (rule R-25), so the two must not count as a difference.
 */
export function cancellingVoid(side: Columns, sale: number, reversals: Reversals): number | undefined {
  const entry = side.entry(sale);
  if (entry.transactionId === undefined || entry.kind !== 'sale') return undefined;
  return reversals.get(entry.transactionId)?.find((position) => {
    const reversal = side.entry(position);
    return (
      reversal.kind === 'void' &&
      reversal.state === 'approved' &&
      cancels(entry, reversal) &&
      sameDays(side, sale, position)
    );
  });
}

const cancels = (sale: Entry, reversal: Entry): boolean => sale.amountCents + reversal.amountCents === 0;

const sameDays = (side: Columns, a: number, b: number): boolean =>
  (((side.traits[a] as number) ^ (side.traits[b] as number)) & TRAIT.inRange) === 0;
