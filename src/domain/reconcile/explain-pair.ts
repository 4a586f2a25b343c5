import { TRAIT } from './columns.js';
import type { Entry } from './entry.js';
import type { Cause, Group } from './result.js';

/** What a matched pair turned out to be. */
export interface Verdict {
  readonly group: Group;
  readonly cause?: Cause;
}

export interface Pair {
  readonly komet: Entry;
  readonly processor: Entry;
  readonly kometTraits: number;
  readonly processorTraits: number;
}

type Check = (pair: Pair) => Verdict | undefined;

/** The first check that objects names the difference: what makes the money wrong comes before what only moves it to another day. */
const CHECKS: readonly Check[] = [
  outsideBothRanges,
  noMoneyOnEither,
  declinedOnOne,
  voidedOnOne,
  signs,
  amounts,
  places,
  days,
];

/** Explains a pair of entries that is not plainly equal. */
export function explainPair(pair: Pair): Verdict {
  for (const check of CHECKS) {
    const verdict = check(pair);
    if (verdict) return verdict;
  }
  return { group: 'matched' };
}

function outsideBothRanges({ kometTraits, processorTraits }: Pair): Verdict | undefined {
  return (kometTraits | processorTraits) & TRAIT.inRange ? undefined : { group: 'outside' };
}

function noMoneyOnEither({ komet, processor }: Pair): Verdict | undefined {
  return komet.state !== 'approved' && processor.state !== 'approved' ? { group: 'no-money' } : undefined;
}

function declinedOnOne({ komet, processor }: Pair): Verdict | undefined {
  if (processor.state === 'declined') return { group: 'declined-but-booked', cause: 'declined-at-processor' };
  if (komet.state === 'declined') return { group: 'declined-but-booked', cause: 'declined-in-komet' };
  return undefined;
}

function voidedOnOne({ komet, processor }: Pair): Verdict | undefined {
  if (processor.state === 'voided') return { group: 'missing-at-processor', cause: 'voided-at-processor' };
  if (komet.state === 'voided') return { group: 'missing-in-komet', cause: 'reversal-not-at-processor' };
  return undefined;
}

function signs({ komet, processor }: Pair): Verdict | undefined {
  const opposite = komet.amountCents * processor.amountCents < 0;
  return opposite ? { group: 'sign', cause: 'sale-booked-as-refund' } : undefined;
}

function amounts({ komet, processor }: Pair): Verdict | undefined {
  const gap = Math.abs(komet.amountCents - processor.amountCents);
  if (gap === 0) return undefined;
  const fees = [komet.feeCents, processor.feeCents].map(Math.abs);
  const tips = [komet.tipCents, processor.tipCents].map(Math.abs);
  if (fees.includes(gap)) return { group: 'fee', cause: 'fee-on-one-side-only' };
  if (tips.includes(gap)) return { group: 'tip', cause: 'tip-on-one-side-only' };
  const both = fees.flatMap((fee) => tips.map((tip) => fee + tip));
  if (both.includes(gap)) return { group: 'fee', cause: 'fee-on-one-side-only' };
  return { group: 'amount', cause: 'amount-edited' };
}

function places({ komet, processor }: Pair): Verdict | undefined {
  return komet.locationId === processor.locationId ? undefined : { group: 'wrong-location', cause: 'other-location' };
}

function days({ komet, processor, kometTraits, processorTraits }: Pair): Verdict | undefined {
  if (((kometTraits ^ processorTraits) & TRAIT.inRange) === 0) return undefined;
  const later = processor.day > komet.day;
  if (komet.kind === 'refund' || processor.kind === 'refund') {
    return { group: 'later-batch', cause: later ? 'refund-settles-later' : 'refund-booked-later' };
  }
  return { group: 'cut-off', cause: later ? 'settled-after-cut-off' : 'settled-before-day' };
}
