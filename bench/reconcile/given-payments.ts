/** What can befall a payment, and how many of ten thousand it befalls: the rest agree, as on a day at a large company. */
const SHARES = {
  outside: 200,
  declined: 100,
  voided: 50,
  'settled-later': 50,
  keyed: 10,
  unsent: 10,
  edited: 10,
  'fee-apart': 10,
  'tip-apart': 10,
  elsewhere: 10,
  'refunded-later': 5,
  'posting-lost': 5,
  'charged-twice': 5,
  'booked-twice': 5,
  'declined-but-booked': 5,
  'wrong-sign': 2,
} as const;

type Fate = 'agreeing' | keyof typeof SHARES;

export type Side = 'komet' | 'processor';

/** One line of a report as numbers; what else it shows follows from the payment's number. */
export interface Line {
  readonly payment: number;
  /** 1 for a second line of the payment on the same side. */
  readonly part: 0 | 1;
  readonly kind: 'sale' | 'refund' | 'void';
  readonly state: 'approved' | 'declined' | 'voided';
  readonly cents: number;
  readonly feeCents: number;
  readonly tipCents: number;
  /** 0 the day before the compared one, 1 that day, 2 the next. */
  readonly day: 0 | 1 | 2;
  readonly place: number;
}

const FATES: readonly Fate[] = Object.entries(SHARES).flatMap(([fate, share]) => Array<Fate>(share).fill(fate as Fate));

const fateOf = (payment: number): Fate => FATES[scatter(payment + 31) % 10_000] ?? 'agreeing';

/** Visits the lines of one report of so many payments, each time the same; the other report has them in another order. */
export function forEachLine(side: Side, payments: number, visit: (line: Line) => void): void {
  // A stride that shares no factor with the count meets every payment once.
  const stride = side === 'komet' ? 1 : strideFor(payments);
  for (let at = 0, payment = 0; at < payments; at++, payment = (payment + stride) % payments) {
    for (const line of linesOf(side, payment)) visit(line);
  }
}

function strideFor(payments: number): number {
  let stride = Math.floor(payments * 0.618) | 1;
  while (commonFactor(stride, payments) > 1) stride += 2;
  return stride;
}

const commonFactor = (a: number, b: number): number => (b === 0 ? a : commonFactor(b, a % b));

export function linesOf(side: Side, payment: number): readonly Line[] {
  const fate = fateOf(payment);
  const line = plainLine(payment, fate);
  const change = (side === 'komet' ? IN_KOMET : AT_PROCESSOR)[fate];
  return change ? change(line) : [line];
}

function plainLine(payment: number, fate: Fate): Line {
  const isRefund = fate === 'refunded-later' || (fate === 'agreeing' && scatter(payment + 17) % 50 === 0);
  const cents = 2_000 + (scatter(payment) % 200_000);
  return {
    payment,
    part: 0,
    kind: isRefund ? 'refund' : 'sale',
    state: fate === 'declined' ? 'declined' : 'approved',
    cents: isRefund ? -cents : cents,
    feeCents: 0,
    tipCents: 0,
    day: fate === 'outside' ? 0 : 1,
    place: scatter(payment + 7) % 2,
  };
}

type Change = (line: Line) => readonly Line[];
const nothing: Change = () => [];
const twice: Change = (line) => [line, { ...line, part: 1 }];
const later: Change = (line) => [{ ...line, day: 2 }];

const IN_KOMET: Partial<Record<Fate, Change>> = {
  voided: (line) => [line, { ...line, part: 1, kind: 'void', cents: -line.cents }],
  keyed: nothing,
  'posting-lost': nothing,
  'booked-twice': twice,
};

const AT_PROCESSOR: Partial<Record<Fate, Change>> = {
  voided: (line) => [{ ...line, state: 'voided' }],
  'settled-later': later,
  'refunded-later': later,
  unsent: nothing,
  edited: (line) => [{ ...line, cents: line.cents + 100 }],
  'fee-apart': (line) => [{ ...line, cents: line.cents + 290, feeCents: 290 }],
  'tip-apart': (line) => [{ ...line, cents: line.cents + 1_500, tipCents: 1_500 }],
  elsewhere: (line) => [{ ...line, place: line.place + 1 }],
  'charged-twice': twice,
  'declined-but-booked': (line) => [{ ...line, state: 'declined' }],
  'wrong-sign': (line) => [{ ...line, kind: 'refund', cents: -line.cents }],
};

/** Both sides know a line by this number. */
export const transactionOf = ({ payment, part }: Pick<Line, 'payment' | 'part'>): number =>
  10_180_000_000 + payment * 4 + part;

/** A payment keyed at the Virtual Terminal bears no order. */
export const hasOrder = (payment: number): boolean => fateOf(payment) !== 'keyed';

/** Spreads numbers evenly over 31 bits. */
export function scatter(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 1;
}
