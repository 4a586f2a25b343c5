import { contributionAt, TRAIT, type Columns } from './columns.js';
import type { Entry } from './entry.js';
import { KeyTable } from './key.js';
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

const counts = (own: Columns, position: number): boolean => contributionAt(own, position) !== 0;

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
  const loneSales = lone.filter((position) => own.entry(position).kind === 'sale');
  const known = marksOfOthers(own, loneSales);
  const twins = new Set<number>();
  for (const position of loneSales.sort((a, b) => compareText(own.entry(a).id, own.entry(b).id))) {
    const marks = marksOf(own.entry(position));
    if (marks.some((mark) => known.has(mark))) twins.add(position);
    for (const mark of marks) known.add(mark);
  }
  return twins;
}

/** The marks of the sales that share an amount and either id or reference with a lone one; a long report is passed over by columns. */
function marksOfOthers(own: Columns, loneSales: readonly number[]): Set<string> {
  const marks = new Set<string>();
  if (loneSales.length === 0) return marks;
  const lone = new Set(loneSales);
  const references = new Set(loneSales.map((position) => own.entry(position).reference));
  const ids = new KeyTable(Float64Array.from(loneSales, (position) => own.transaction[position] as number));
  for (let index = 0; index < loneSales.length; index++) ids.add(index);
  const amounts = new Uint8Array(AMOUNT_BUCKETS);
  for (const position of loneSales) amounts[bucketOf(own, position)] = 1;
  for (let position = 0; position < own.length; position++) {
    if (amounts[bucketOf(own, position)] === 0 || lone.has(position)) continue;
    const isKin = ids.find(own.transaction[position] as number) !== -1 || references.has(own.entry(position).reference);
    if (isKin) for (const mark of marksOf(own.entry(position))) marks.add(mark);
  }
  return marks;
}

const AMOUNT_BUCKETS = 2 ** 18;

const bucketOf = (own: Columns, position: number): number =>
  (own.amountCents[position] as number) & (AMOUNT_BUCKETS - 1);

/** What two entries of a side must share to be one charge made twice. */
function marksOf(entry: Entry): string[] {
  if (entry.state !== 'approved' || entry.kind !== 'sale') return [];
  const marks = entry.transactionId ? [`id|${entry.transactionId}|${entry.amountCents}`] : [];
  if (entry.last4 && entry.reference) {
    marks.push(`card|${entry.amountCents}|${entry.last4}|${entry.reference}|${entry.day}|${entry.locationId}`);
  }
  return marks;
}
