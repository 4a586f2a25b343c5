import type { Entry } from '../../../src/domain/reconcile/entry.js';
import type { Cause, DifferenceKind } from '../../../src/domain/reconcile/result.js';
import { batchOf, dayAfter, instantAt } from './clock.js';
import type { Happened, Wholesaler } from './wholesaler.js';

export type Fault = (seller: Wholesaler, day: string) => void;

/** Each does one thing wrong on a day and says what that is; what is right about it follows from the words alone. */
export const FAULTS = {
  'a sale is keyed at the Virtual Terminal': (seller, day) => {
    keyedAtVirtualTerminal(seller, seller.sale(day));
  },

  'a sale is charged and its posting is lost': (seller, day) => {
    postingLost(seller, seller.knownSale(day, { tie: 'both-ids' }));
  },

  'a payment is booked that no card was charged for': (seller, day) => {
    neverSent(seller, seller.sale(day));
  },

  'a sale is voided at the processor only': (seller, day) => {
    const sale = seller.knownSale(day);
    const booked = seller.book(sale);
    const shown = seller.settle(sale, { state: 'voided' });
    told(seller, 'missing-at-processor', 'voided-at-processor', [booked], [shown]);
  },

  'a charged sale is no longer in the report of the processor': (seller, day) => {
    const booked = seller.book(seller.sale(day, { tie: 'both-ids' }));
    told(seller, 'missing-at-processor', 'gone-at-processor', [booked], []);
  },

  'a refund is booked without one at the processor': (seller, day) => {
    const sale = seller.knownSale(dayAfter(day, -seller.dice.between(1, 5)), { tie: 'both-ids' });
    seller.bookAndSettle(sale);
    const booked = seller.book(seller.reversal('refund', sale, day), { transactionId: undefined });
    told(seller, 'missing-at-processor', 'reversal-not-at-processor', [booked], []);
  },

  'a refund is made at the processor only': (seller, day) => {
    const sale = seller.knownSale(dayAfter(day, -seller.dice.between(1, 5)), { tie: 'both-ids' });
    seller.bookAndSettle(sale);
    const made = seller.settle(seller.reversal('refund', sale, day, { tie: 'transaction-id' }));
    told(seller, 'missing-in-komet', 'reversal-not-in-komet', [], [made]);
  },

  'an amount is edited': (seller, day) => {
    const sale = seller.knownSale(day);
    const gap = seller.dice.one([1, -1, 9, -90, 10_000]);
    const booked = seller.book(sale, { amountCents: sale.amountCents + gap });
    told(seller, 'amount', 'amount-edited', [booked], [seller.settle(sale)]);
  },

  'a tip that both sides know is left out of one amount': (seller, day) => {
    const sale = seller.knownSale(day, { tipCents: 500, feeCents: 0 });
    const settled = seller.settle(sale, { amountCents: sale.amountCents + 500 });
    told(seller, 'tip', 'tip-on-one-side-only', [seller.book(sale)], [settled]);
  },

  'a sale is booked as a refund': (seller, day) => {
    const sale = seller.knownSale(day, { feeCents: 0, tipCents: 0 });
    const booked = seller.book(sale, { kind: 'refund', amountCents: -sale.amountCents });
    told(seller, 'sign', 'sale-booked-as-refund', [booked], [seller.settle(sale)]);
  },

  'a fee is counted by the processor only': (seller, day) => {
    const sale = seller.knownSale(day, { feeCents: 0 });
    const feeCents = seller.dice.between(1, 4_000);
    const settled = seller.settle(sale, { feeCents, amountCents: sale.amountCents + feeCents });
    told(seller, 'fee', 'fee-on-one-side-only', [seller.book(sale)], [settled]);
  },

  'a fee is counted in Komet only': (seller, day) => {
    const sale = seller.knownSale(day, { feeCents: 0 });
    const feeCents = seller.dice.between(1, 4_000);
    const booked = seller.book(sale, { feeCents, amountCents: sale.amountCents + feeCents });
    told(seller, 'fee', 'fee-on-one-side-only', [booked], [seller.settle(sale)]);
  },

  'a tip is added at the terminal': (seller, day) => {
    const sale = seller.knownSale(day, { tipCents: 0 });
    const tipCents = seller.dice.between(1, 3_000);
    const settled = seller.settle(sale, { tipCents, amountCents: sale.amountCents + tipCents });
    told(seller, 'tip', 'tip-on-one-side-only', [seller.book(sale)], [settled]);
  },

  'a card is charged twice': (seller, day) => {
    const sale = seller.knownSale(day);
    seller.bookAndSettle(sale);
    const again = seller.settle(seller.twin(sale));
    told(seller, 'duplicate', 'charged-twice', [], [again]);
  },

  'a card is charged twice under one order': (seller, day) => {
    const sale = seller.knownSale(day, { tie: 'both-ids' });
    seller.bookAndSettle(sale);
    const again = seller.settle(seller.twin(sale, { orderId: sale.orderId }));
    told(seller, 'duplicate', 'charged-twice', [], [again]);
  },

  'a payment is booked twice': (seller, day) => {
    const sale = seller.knownSale(day, { tie: 'both-ids' });
    seller.bookAndSettle(sale);
    const again = seller.book(seller.twin(sale, { authorizationCode: sale.authorizationCode }), {
      transactionId: sale.transactionId,
    });
    told(seller, 'duplicate', 'booked-twice', [again], []);
  },

  'a refund goes into a later batch': (seller, day) => {
    const sale = seller.knownSale(dayAfter(day, -3), { tie: 'both-ids' });
    seller.bookAndSettle(sale);
    const back = seller.reversal('refund', sale, day);
    const settled = seller.settle({ ...back, at: instantAt(seller.later(day), 720) });
    evenLater(seller, 'later-batch', 'refund-settles-later', seller.book(back), settled);
  },

  'a refund is booked days after it was made': (seller, day) => {
    const sale = seller.knownSale(dayAfter(day, -3), { tie: 'both-ids' });
    seller.bookAndSettle(sale);
    const back = seller.reversal('refund', sale, day);
    const booked = seller.book({ ...back, at: instantAt(seller.later(day), 720) });
    evenLater(seller, 'later-batch', 'refund-booked-later', booked, seller.settle(back));
  },

  'a sale is made after the cut-off': (seller, day) => {
    const sale = seller.knownSale(day, { at: instantAt(day, 23 * 60 + seller.dice.between(50, 59)) });
    const isLate = batchOf(sale.at, seller.habits.closesAtUtc).day > day;
    // Where the cut-off is after midnight, a batch that failed to close goes with the next one.
    const settled = seller.settle(sale, isLate ? {} : { day: dayAfter(day) });
    evenLater(seller, 'cut-off', 'settled-after-cut-off', seller.book(sale), settled);
  },

  'a sale is made after midnight and before the cut-off': (seller, day) => {
    const sale = seller.knownSale(day, { at: instantAt(dayAfter(day), 5) });
    const isEarly = batchOf(sale.at, seller.habits.closesAtUtc).day === day;
    // Where the cut-off is before midnight, a clerk dates it into the next day.
    const booked = isEarly
      ? seller.book(sale)
      : seller.book({ ...sale, at: instantAt(day, 720) }, { day: dayAfter(day) });
    const settled = seller.settle(isEarly ? sale : { ...sale, at: instantAt(day, 720) });
    evenLater(seller, 'cut-off', 'settled-before-day', booked, settled);
  },

  'a sale of the evening is voided after midnight': (seller, day) => {
    const sale = seller.knownSale(day, { tie: 'both-ids' });
    const booked = seller.book(sale);
    const back = seller.book(seller.reversal('void', sale, dayAfter(day)), { transactionId: undefined });
    const shown = seller.settle(sale, { state: 'voided' });
    const what = { kind: 'later-batch', cause: 'refund-booked-later' } as const;
    const { amountCents: cents } = sale;
    const processor: string[] = [];
    seller.expect({ ...what, day, evenWith: back.day, cents, komet: [booked.id], processor: [shown.id] });
    seller.expect({ ...what, day: back.day, evenWith: day, cents: -cents, komet: [back.id], processor });
  },

  'a sale is settled under the other location': (seller, day) => {
    const sale = seller.knownSale(day, { locationId: 'miami' });
    const settled = seller.settle(sale, { locationId: 'doral', terminalId: '20018002' });
    told(seller, 'wrong-location', 'other-location', [seller.book(sale)], [settled]);
  },

  'a sale is settled at the terminal next to it': (seller, day) => {
    const sale = seller.knownSale(day, { locationId: 'miami', terminalId: '10018001' });
    const settled = seller.settle(sale, { terminalId: '10018002' });
    told(seller, 'wrong-terminal', 'other-terminal', [seller.book(sale)], [settled]);
  },

  'a declined card is booked as paid': (seller, day) => {
    const sale = seller.knownSale(day);
    const settled = seller.settle(sale, { state: 'declined', authorizationCode: undefined });
    told(seller, 'declined-but-booked', 'declined-at-processor', [seller.book(sale)], [settled]);
  },

  'a charged card is booked as declined': (seller, day) => {
    const sale = seller.knownSale(day);
    const booked = seller.book(sale, { state: 'declined', authorizationCode: undefined });
    told(seller, 'declined-but-booked', 'declined-in-komet', [booked], [seller.settle(sale)]);
  },
} as const satisfies Record<string, Fault>;

export function keyedAtVirtualTerminal(seller: Wholesaler, sale: Happened): void {
  const made = seller.settle({ ...sale, tie: 'card' });
  told(seller, 'missing-in-komet', 'keyed-at-virtual-terminal', [], [made]);
}

export function postingLost(seller: Wholesaler, sale: Happened): void {
  told(seller, 'missing-in-komet', 'posting-lost', [], [seller.settle(sale)]);
}

export function neverSent(seller: Wholesaler, sale: Happened): void {
  const booked = seller.book(sale, { transactionId: undefined, authorizationCode: undefined });
  told(seller, 'missing-at-processor', 'not-sent-to-processor', [booked], []);
}

/** A fault that keeps one day from balancing, whatever other days are compared with it. */
export function told(
  seller: Wholesaler,
  kind: DifferenceKind,
  cause: Cause,
  komet: readonly Entry[],
  processor: readonly Entry[],
): void {
  const day = (komet[0] ?? processor[0])?.day ?? '';
  const cents = moved(komet) - moved(processor);
  seller.expect({ day, kind, cause, cents, ...ids(komet, processor) });
}

/** A fault that keeps two days from balancing, each by as much as the other. */
function evenLater(seller: Wholesaler, kind: DifferenceKind, cause: Cause, booked: Entry, settled: Entry): void {
  const both = { kind, cause, ...ids([booked], [settled]) };
  seller.expect({ ...both, day: booked.day, evenWith: settled.day, cents: booked.amountCents });
  seller.expect({ ...both, day: settled.day, evenWith: booked.day, cents: -settled.amountCents });
}

const moved = (entries: readonly Entry[]): number =>
  entries.reduce((sum, { state, amountCents }) => sum + (state === 'approved' ? amountCents : 0), 0);

const ids = (komet: readonly Entry[], processor: readonly Entry[]) => ({
  komet: komet.map(({ id }) => id),
  processor: processor.map(({ id }) => id),
});
