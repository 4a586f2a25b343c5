import { businessDay, shiftDay } from '../../src/domain/reconcile/business-day.js';
import type { Entry } from '../../src/domain/reconcile/entry.js';
import type { Cause, DifferenceKind } from '../../src/domain/reconcile/result.js';

/** What a day is made of, and what a comparison of it must say. */
export interface GivenDay {
  readonly komet: readonly Entry[];
  readonly processor: readonly Entry[];
  readonly expected: readonly Expected[];
}

export interface Expected {
  readonly kind: DifferenceKind;
  readonly cause: Cause;
  readonly cents: number;
}

export type Fault = keyof typeof FAULTS;

export interface DayPlan {
  readonly seed: number;
  readonly day: string;
  readonly timeZone: string;
  /** The hour of UTC the processor closes its batch at, all year. */
  readonly closesAtUtc: number;
  readonly sales: number;
  readonly faults: readonly Fault[];
}

/** Both reports of a day and of those around it, by a clerk and a processor who make only the faults that are asked for. */
export function givenDay(plan: DayPlan): GivenDay {
  const day = new Day(plan);
  for (let sale = 0; sale < plan.sales; sale++) day.settle(day.sale());
  for (const around of [-1, 1]) for (let sale = 0; sale < 5; sale++) day.settle(day.sale(shiftDay(plan.day, around)));
  day.voidedPair();
  day.refundOfEarlierSale();
  day.declined();
  for (const fault of plan.faults) FAULTS[fault](day);
  return { komet: day.shuffled(day.komet), processor: day.shuffled(day.processor), expected: day.expected };
}

class Day {
  readonly komet: Entry[] = [];
  readonly processor: Entry[] = [];
  readonly expected: Expected[] = [];
  readonly #plan: DayPlan;
  #state: number;
  #count = 0;

  constructor(plan: DayPlan) {
    this.#plan = plan;
    this.#state = plan.seed | 1;
  }

  get today(): string {
    return this.#plan.day;
  }

  get tomorrow(): string {
    return shiftDay(this.#plan.day, 1);
  }

  /** Xorshift: the same seed makes the same day. */
  random(below: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % below;
  }

  shuffled(entries: readonly Entry[]): Entry[] {
    return entries
      .map((entry) => ({ entry, rank: this.random(1_000_000) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ entry }) => entry);
  }

  /** A sale in Komet; card, amount and invoice may be those of another one. */
  sale(day = this.today): Entry {
    const number = ++this.#count;
    return {
      id: `k${number}`,
      transactionId: String(10_180_000_000 + number * 7),
      orderId: `order-${number}`,
      reference: `INV-${this.random(500)}-${number}`,
      kind: 'sale',
      state: 'approved',
      amountCents: 1_000 + this.random(40) * 250,
      feeCents: 0,
      tipCents: 0,
      last4: String(1_000 + this.random(6)),
      authorizationCode: `T${number}`,
      brand: 'visa',
      day,
      locationId: 'miami',
    };
  }

  /** The processor's line of an entry: on the day of the batch that is closed in the night after it. */
  mirror(entry: Entry, members: Partial<Entry> = {}): Entry {
    return { ...entry, id: `p${entry.id.slice(1)}`, day: this.batchDay(entry.day), batchId: '214', ...members };
  }

  batchDay(day: string): string {
    const closing = Date.parse(`${shiftDay(day, 1)}T00:00:00Z`) + this.#plan.closesAtUtc * 3_600_000;
    return businessDay(this.#plan.timeZone, closing);
  }

  settle(entry: Entry, members: Partial<Entry> = {}): void {
    this.komet.push(entry);
    this.processor.push(this.mirror(entry, members));
  }

  reversal(sale: Entry, kind: 'void' | 'refund', day = this.today): Entry {
    const made = this.sale(day);
    const { transactionId: parentId = '', amountCents } = sale;
    return { ...made, kind, parentId, amountCents: -amountCents, last4: sale.last4 ?? '', reference: `CB-${made.id}` };
  }

  voidedPair(): void {
    const sale = this.sale();
    const back = this.reversal(sale, 'void');
    this.settle(sale, { state: 'voided' });
    this.komet.push(back);
    if (this.random(2) === 0) this.processor.push(this.mirror(back, { amountCents: 0 }));
  }

  refundOfEarlierSale(): void {
    const sale = this.sale(shiftDay(this.today, -1));
    this.settle(sale);
    this.settle(this.reversal(sale, 'refund'));
  }

  declined(): void {
    const sale = { ...this.sale(), state: 'declined' as const };
    this.settle(sale);
    this.processor.push(this.mirror({ ...this.sale(), state: 'declined' }));
  }

  expect(kind: DifferenceKind, cause: Cause, cents: number): void {
    this.expected.push({ kind, cause, cents });
  }
}

/** Each makes one fault on the day and says what must be found. */
export const FAULTS = {
  'keyed at the virtual terminal': (day: Day) => {
    const { orderId: _, ...sale } = day.sale();
    day.processor.push(day.mirror(sale));
    day.expect('missing-in-komet', 'keyed-at-virtual-terminal', -sale.amountCents);
  },
  'posting lost': (day: Day) => {
    const sale = day.sale();
    day.processor.push(day.mirror(sale));
    day.expect('missing-in-komet', 'posting-lost', -sale.amountCents);
  },
  'never sent': (day: Day) => {
    const { transactionId: _, authorizationCode: __, ...sale } = day.sale();
    day.komet.push(sale);
    day.expect('missing-at-processor', 'not-sent-to-processor', sale.amountCents);
  },
  'voided at the processor only': (day: Day) => {
    const sale = day.sale();
    day.settle(sale, { state: 'voided' });
    day.expect('missing-at-processor', 'voided-at-processor', sale.amountCents);
  },
  'refund in the books only': (day: Day) => {
    const sale = day.sale(shiftDay(day.today, -1));
    const { transactionId: _, ...back } = day.reversal(sale, 'refund');
    day.settle(sale);
    day.komet.push(back);
    day.expect('missing-at-processor', 'reversal-not-at-processor', back.amountCents);
  },
  'refund at the processor only': (day: Day) => {
    const sale = day.sale(shiftDay(day.today, -1));
    const back = day.reversal(sale, 'refund');
    day.settle(sale);
    day.processor.push(day.mirror(back));
    day.expect('missing-in-komet', 'reversal-not-in-komet', -back.amountCents);
  },
  'amount edited': (day: Day) => {
    const sale = day.sale();
    const gap = 1 + day.random(900);
    day.settle(sale, { amountCents: sale.amountCents - gap });
    day.expect('amount', 'amount-edited', gap);
  },
  'sale booked as refund': (day: Day) => {
    const sale = day.sale();
    day.settle(sale, { kind: 'refund', amountCents: -sale.amountCents });
    day.expect('sign', 'sale-booked-as-refund', 2 * sale.amountCents);
  },
  'fee on one side': (day: Day) => {
    const sale = day.sale();
    day.settle(sale, { amountCents: sale.amountCents + 290, feeCents: 290 });
    day.expect('fee', 'fee-on-one-side-only', -290);
  },
  'tip on one side': (day: Day) => {
    const sale = day.sale();
    day.settle(sale, { amountCents: sale.amountCents + 715, tipCents: 715 });
    day.expect('tip', 'tip-on-one-side-only', -715);
  },
  'card charged twice': (day: Day) => {
    const sale = day.sale();
    day.settle(sale);
    const { id, transactionId, orderId } = day.sale();
    day.processor.push(day.mirror({ ...sale, id, transactionId: transactionId ?? '', orderId: orderId ?? '' }));
    day.expect('duplicate', 'charged-twice', -sale.amountCents);
  },
  'booked twice': (day: Day) => {
    const sale = day.sale();
    day.settle(sale);
    const { id, orderId } = day.sale();
    day.komet.push({ ...sale, id, orderId: orderId ?? '' });
    day.expect('duplicate', 'booked-twice', sale.amountCents);
  },
  'refund settled later': (day: Day) => {
    const sale = day.sale(shiftDay(day.today, -1));
    const back = day.reversal(sale, 'refund');
    day.settle(sale);
    day.settle(back, { day: day.tomorrow });
    day.expect('later-batch', 'refund-settles-later', back.amountCents);
  },
  'settled after the cut-off': (day: Day) => {
    const sale = day.sale();
    day.settle(sale, { day: day.tomorrow });
    day.expect('cut-off', 'settled-after-cut-off', sale.amountCents);
  },
  'settled before its day': (day: Day) => {
    const sale = day.sale(day.tomorrow);
    day.settle(sale, { day: day.today });
    day.expect('cut-off', 'settled-before-day', -sale.amountCents);
  },
  'other location': (day: Day) => {
    day.settle(day.sale(), { locationId: 'bogota' });
    day.expect('wrong-location', 'other-location', 0);
  },
  'declined but booked': (day: Day) => {
    const sale = day.sale();
    day.settle(sale, { state: 'declined' });
    day.expect('declined-but-booked', 'declined-at-processor', sale.amountCents);
  },
  'declined in Komet but charged': (day: Day) => {
    const sale = day.sale();
    day.komet.push({ ...sale, state: 'declined' });
    day.processor.push(day.mirror(sale));
    day.expect('declined-but-booked', 'declined-in-komet', -sale.amountCents);
  },
} as const satisfies Record<string, (day: Day) => void>;
