import { contributionAt, TRAIT, type Columns } from './columns.js';
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

const counts = (own: Columns, position: number): boolean => contributionAt(own, position) !== 0;

function verdictOf(side: Side, entry: Entry, isTwin: boolean): { group: Group; cause: Cause } {
  if (isTwin) return { group: 'duplicate', cause: side === 'komet' ? 'booked-twice' : 'charged-twice' };
  const reversal = entry.kind !== 'sale';
  if (side === 'komet') {
    // What has a number was approved once: to take it again would charge the card twice.
    if (entry.transactionId) return { group: 'missing-at-processor', cause: 'gone-at-processor' };
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
  const loneSales = lone.filter((position) => ((own.traits[position] as number) & NO_APPROVED_SALE) === 0);
  const known = marksOfOthers(own, loneSales);
  const twins = new Set<number>();
  for (const position of loneSales.sort((a, b) => compareText(own.entry(a).id, own.entry(b).id))) {
    const marks = marksOf(own.entry(position));
    if (marks.some((mark) => known.has(mark))) twins.add(position);
    for (const mark of marks) known.add(mark);
  }
  return twins;
}

const NO_APPROVED_SALE = TRAIT.refund | TRAIT.void | TRAIT.declined | TRAIT.voided;

/** What two entries of a side must share to be one charge made twice; the purpose is compared where the side tells it. */
function marksOf(entry: Entry): string[] {
  const marks = entry.transactionId ? [`id|${entry.transactionId}|${entry.amountCents}`] : [];
  const { amountCents, last4, reference = '', day, locationId } = entry;
  if (last4) marks.push(`card|${amountCents}|${last4}|${reference}|${day}|${locationId}`);
  return marks;
}

/** The marks of the sales that a lone one may repeat. By amount, card, place and id all but a few of a long report are passed over. */
function marksOfOthers(own: Columns, loneSales: readonly number[]): Set<string> {
  const marks = new Set<string>();
  if (loneSales.length === 0) return marks;
  const lone = new Set(loneSales);
  const charges = new Set(loneSales.map((position) => chargeAt(own, position)));
  const ids = new Set(loneSales.map((position) => own.transaction[position]));
  const amounts = new Uint8Array(AMOUNTS);
  for (const position of loneSales) amounts[(own.amountCents[position] as number) & (AMOUNTS - 1)] = 1;
  const { amountCents, traits, length } = own;
  for (let other = 0; other < length; other++) {
    if (amounts[(amountCents[other] as number) & (AMOUNTS - 1)] === 0) continue;
    if ((traits[other] as number) & NO_APPROVED_SALE || lone.has(other)) continue;
    if (!charges.has(chargeAt(own, other)) && !ids.has(own.transaction[other])) continue;
    for (const mark of marksOf(own.entry(other))) marks.add(mark);
  }
  return marks;
}

/** Their flags stay in the cache nearest to a core. */
const AMOUNTS = 2 ** 15;

/** The same for equal amounts, cards and locations; of some others too, which their marks tell apart. */
const chargeAt = ({ amountCents, card, location }: Columns, position: number): number =>
  (amountCents[position] as number) * 10_000 +
  (card ? (card[position] as number) : 0) +
  (location[position] as number) * 0x100000000;
