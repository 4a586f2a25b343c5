import { TRAIT, type Columns } from './columns.js';
import type { Entry } from './entry.js';
import { compareText } from './matching.js';
import type { Cause, Group } from './result.js';

export type Side = 'komet' | 'processor';

export interface LoneVerdict {
  readonly position: number;
  readonly group: Group;
  readonly cause?: Cause;
}

/** Explains the entries of one side that have no counterpart. */
export function explainAlone(side: Side, own: Columns, alone: readonly number[]): LoneVerdict[] {
  const counted = alone.filter((position) => counts(own, position));
  const twins = twinsOf(own, counted);
  return alone.map((position) => {
    if (!((own.traits[position] as number) & TRAIT.inRange)) return { position, group: 'outside' };
    if (!counts(own, position)) return { position, group: 'no-money' };
    return { position, ...verdictOf(side, own.entry(position), twins.has(position)) };
  });
}

const counts = (own: Columns, position: number): boolean => own.contributionCents[position] !== 0;

function verdictOf(side: Side, entry: Entry, isTwin: boolean): { group: Group; cause: Cause } {
  if (isTwin) return { group: 'duplicate', cause: side === 'komet' ? 'booked-twice' : 'charged-twice' };
  const reversal = entry.kind !== 'sale';
  if (side === 'komet') {
    return { group: 'missing-at-processor', cause: reversal ? 'reversal-not-at-processor' : 'not-sent-to-processor' };
  }
  if (reversal) return { group: 'missing-in-komet', cause: 'reversal-not-in-komet' };
  return { group: 'missing-in-komet', cause: entry.orderId ? 'posting-lost' : 'keyed-at-virtual-terminal' };
}

/**
 * Lone sales that repeat another sale of their side: the same transaction booked again, or the same card, amount and purpose on
 * the same day. Of several lone ones the first by id is not a repetition.
 */
function twinsOf(own: Columns, lone: readonly number[]): Set<number> {
  const twins = new Set<number>();
  const firsts = new Map<string, number>();
  const amounts = new Set<number>();
  const loneSales = lone.filter((position) => own.entry(position).kind === 'sale');
  for (const position of loneSales) amounts.add(own.amountCents[position] as number);
  if (amounts.size === 0) return twins;
  const isLone = new Set(loneSales);
  for (let position = 0; position < own.length; position++) {
    if (isLone.has(position) || !amounts.has(own.amountCents[position] as number)) continue;
    for (const mark of marksOf(own.entry(position))) firsts.set(mark, position);
  }
  const byId = [...loneSales].sort((a, b) => compareText(own.entry(a).id, own.entry(b).id));
  for (const position of byId) {
    const marks = marksOf(own.entry(position));
    if (marks.some((mark) => firsts.has(mark))) twins.add(position);
    for (const mark of marks) if (!firsts.has(mark)) firsts.set(mark, position);
  }
  return twins;
}

/** What two entries of a side must share to be one charge made twice. */
function marksOf(entry: Entry): string[] {
  if (entry.state !== 'approved' || entry.kind !== 'sale') return [];
  const marks = entry.transactionId ? [`id|${entry.transactionId}|${entry.amountCents}`] : [];
  if (entry.last4 && entry.reference) {
    marks.push(`card|${entry.amountCents}|${entry.last4}|${entry.reference}|${entry.day}|${entry.locationId}`);
  }
  return marks;
}
