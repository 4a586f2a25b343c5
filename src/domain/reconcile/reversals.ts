import { TRAIT, type Columns } from './columns.js';
import { keyOfText } from './key.js';

/** The reversals of one side by the `keyOfText` of the sale they take back. */
export type Reversals = ReadonlyMap<number, readonly number[]>;

export function reversalsByParent(side: Columns, positions: readonly number[]): Reversals {
  const byParent = new Map<number, number[]>();
  for (const position of positions) {
    if (((side.traits[position] as number) & TRAIT.hasParent) === 0) continue;
    const parent = keyOfText(side.entry(position).parentId);
    const known = byParent.get(parent);
    if (known) known.push(position);
    else byParent.set(parent, [position]);
  }
  return byParent;
}

/**
 * The void that cancels an approved sale on the same side to the cent. A sale taken back before its batch closed leaves nothing, or a
 * zero, at the processor (rule R-25), so the two must not count as a difference.
 */
export function cancellingVoid(side: Columns, sale: number, reversals: Reversals): number | undefined {
  const id = side.transaction[sale] as number;
  if (Number.isNaN(id) || (side.traits[sale] as number) & NO_APPROVED_SALE) return undefined;
  return reversals.get(id)?.find((position) => {
    const traits = side.traits[position] as number;
    return (
      (traits & VOID) === TRAIT.void &&
      (side.amountCents[sale] as number) + (side.amountCents[position] as number) === 0 &&
      (id >= 0 || side.entry(position).parentId === side.entry(sale).transactionId)
    );
  });
}

const NO_APPROVED_SALE = TRAIT.refund | TRAIT.void | TRAIT.declined | TRAIT.voided;
/** What tells an approved void from everything else. */
const VOID = TRAIT.void | TRAIT.declined | TRAIT.voided;

/** Whether both count for the compared days, or neither. */
export const sameDays = (side: Columns, a: number, b: number): boolean =>
  (((side.traits[a] as number) ^ (side.traits[b] as number)) & TRAIT.inRange) === 0;
