import { atSamePlace, TRAIT, type Columns } from './columns.js';
import type { Cause, Group } from './result.js';

/** What a matched pair turned out to be. */
export interface Verdict {
  readonly group: Group;
  readonly cause?: Cause;
}

/** Entries of both sides by their positions; what they hold is read from the columns wherever these have it. */
export interface Pair {
  readonly komet: Columns;
  readonly processor: Columns;
  readonly a: number;
  readonly b: number;
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

const kometTraits = ({ komet, a }: Pair): number => komet.traits[a] as number;
const processorTraits = ({ processor, b }: Pair): number => processor.traits[b] as number;

function outsideBothRanges(pair: Pair): Verdict | undefined {
  return (kometTraits(pair) | processorTraits(pair)) & TRAIT.inRange ? undefined : { group: 'outside' };
}

function noMoneyOnEither(pair: Pair): Verdict | undefined {
  const movedNothing = TRAIT.declined | TRAIT.voided;
  return kometTraits(pair) & movedNothing && processorTraits(pair) & movedNothing ? { group: 'no-money' } : undefined;
}

function declinedOnOne(pair: Pair): Verdict | undefined {
  if (processorTraits(pair) & TRAIT.declined) return { group: 'declined-but-booked', cause: 'declined-at-processor' };
  if (kometTraits(pair) & TRAIT.declined) return { group: 'declined-but-booked', cause: 'declined-in-komet' };
  return undefined;
}

function voidedOnOne(pair: Pair): Verdict | undefined {
  if (processorTraits(pair) & TRAIT.voided) return { group: 'missing-at-processor', cause: 'voided-at-processor' };
  if (kometTraits(pair) & TRAIT.voided) return { group: 'missing-in-komet', cause: 'reversal-not-at-processor' };
  return undefined;
}

function signs({ komet, processor, a, b }: Pair): Verdict | undefined {
  const opposite = (komet.amountCents[a] as number) * (processor.amountCents[b] as number) < 0;
  return opposite ? { group: 'sign', cause: 'sale-booked-as-refund' } : undefined;
}

function amounts({ komet, processor, a, b }: Pair): Verdict | undefined {
  const gap = Math.abs((komet.amountCents[a] as number) - (processor.amountCents[b] as number));
  if (gap === 0) return undefined;
  if (((komet.traits[a] as number) | (processor.traits[b] as number)) & TRAIT.extras)
    return extras({ komet, processor, a, b }, gap);
  return EDITED;
}

const EDITED: Verdict = { group: 'amount', cause: 'amount-edited' };

function extras({ komet, processor, a, b }: Pair, gap: number): Verdict {
  const both = [komet.entry(a), processor.entry(b)];
  const fees = both.map(({ feeCents }) => Math.abs(feeCents));
  const tips = both.map(({ tipCents }) => Math.abs(tipCents));
  if (fees.includes(gap)) return { group: 'fee', cause: 'fee-on-one-side-only' };
  if (tips.includes(gap)) return { group: 'tip', cause: 'tip-on-one-side-only' };
  const sums = fees.flatMap((fee) => tips.map((tip) => fee + tip));
  if (sums.includes(gap)) return { group: 'fee', cause: 'fee-on-one-side-only' };
  return EDITED;
}

function places({ komet, processor, a, b }: Pair): Verdict | undefined {
  if (komet.location[a] !== processor.location[b]) return { group: 'wrong-location', cause: 'other-location' };
  return atSamePlace(komet, processor)(a, b) ? undefined : { group: 'wrong-terminal', cause: 'other-terminal' };
}

function days(pair: Pair): Verdict | undefined {
  const [own, other] = [kometTraits(pair), processorTraits(pair)];
  if (((own ^ other) & TRAIT.inRange) === 0) return undefined;
  const later = own & TRAIT.inRange ? (other & TRAIT.after) !== 0 : (own & TRAIT.after) === 0;
  if ((own | other) & TRAIT.refund) {
    return { group: 'later-batch', cause: later ? 'refund-settles-later' : 'refund-booked-later' };
  }
  return { group: 'cut-off', cause: later ? 'settled-after-cut-off' : 'settled-before-day' };
}
