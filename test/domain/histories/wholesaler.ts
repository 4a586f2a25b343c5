import type { Entry } from '../../../src/domain/reconcile/entry.js';
import type { Cause, DifferenceKind } from '../../../src/domain/reconcile/result.js';
import { batchOf, dayAfter, instantAt, localTime } from './clock.js';
import { Dice } from './dice.js';
import { anyCode, anyId } from './ids.js';

/** What a comparison of the days must say of a fault, known when the fault is made. */
export interface Expected {
  readonly day: string;
  /** The other day it keeps from balancing; compared together with it nothing is off. */
  readonly evenWith?: string;
  readonly kind: DifferenceKind;
  readonly cause: Cause;
  readonly cents: number;
  /** Ids of the entries it names. */
  readonly komet: readonly string[];
  readonly processor: readonly string[];
}

/** How the two sides of a payment know each other. */
export type Tie = 'both-ids' | 'transaction-id' | 'order-id' | 'reference' | 'card';

/** A card payment as it really was; each side is told of it, more or less truly. */
export interface Happened extends Omit<Entry, 'id' | 'state' | 'day' | 'batchId'> {
  readonly transactionId: string;
  readonly orderId: string;
  readonly reference: string;
  readonly last4: string;
  readonly authorizationCode: string;
  /** When it was made, in minutes of UTC. */
  readonly at: number;
  readonly tie: Tie;
}

type Card = Pick<Happened, 'last4' | 'brand'>;

/** What a side writes down otherwise than it was; undefined for what it leaves out. */
type Members = { readonly [K in keyof Entry]?: Entry[K] | undefined };

export interface Habits {
  readonly seed: number;
  /** The minute of UTC at which every terminal's batch is closed, all year. */
  readonly closesAtUtc: number;
  /** The gateway's list has no invoices; a report from the Virtual Terminal has. */
  readonly hasReferences: boolean;
  readonly hasFees: boolean;
}

const OPENS = 5 * 60;
const LAST_SALE = 22 * 60;
const TERMINALS = { miami: ['10018001', '10018002', '10018003'], doral: ['20018001', '20018002'] } as const;
const LOCATIONS = ['miami', 'doral'] as const;
const WEAK: readonly Tie[] = ['reference', 'card'];

/** A seller in New York with two locations who writes down what is paid, and a processor who does so too. */
export class Wholesaler {
  readonly dice: Dice;
  readonly habits: Habits;
  readonly komet: Entry[] = [];
  readonly processor: Entry[] = [];
  readonly expected: Expected[] = [];
  readonly #cards: readonly [Card, ...Card[]];
  readonly #used = new Set<string>();
  #count = 0;

  constructor(habits: Habits) {
    this.habits = habits;
    this.dice = new Dice(habits.seed);
    this.#cards = [this.#card(), ...Array.from({ length: 40 }, () => this.#card())];
  }

  /** A sale during opening hours, unlike any other in amount and card. */
  sale(day: string, members: Partial<Happened> = {}): Happened {
    const { dice, habits } = this;
    const locationId = dice.one(LOCATIONS);
    const goods = this.#freshAmount();
    const feeCents = habits.hasFees && dice.chance(30) ? Math.round(goods * 0.029) : 0;
    const tipCents = dice.chance(5) ? dice.between(1, 2_000) : 0;
    return {
      ...this.#names(),
      kind: 'sale',
      reference: `INV-${dice.under(300)}`,
      amountCents: goods + feeCents + tipCents,
      feeCents,
      tipCents,
      ...dice.one(this.#cards),
      locationId,
      ...(dice.chance(60) && { terminalId: dice.one(TERMINALS[locationId]) }),
      at: instantAt(day, dice.between(OPENS, LAST_SALE)),
      tie: this.#tie(),
      ...members,
    };
  }

  /** A sale that both sides can tell from any other by an id. */
  knownSale(day: string, members: Partial<Happened> = {}): Happened {
    return this.sale(day, { tie: this.dice.one(['both-ids', 'transaction-id', 'order-id']), ...members });
  }

  /** Another payment that looks the same: amount, card and customer, all but the ids. */
  twin(one: Happened, members: Partial<Happened> = {}): Happened {
    return { ...one, ...this.#names(), at: one.at + this.dice.between(1, 20), ...members };
  }

  reversal(kind: 'void' | 'refund', sale: Happened, day: string, members: Partial<Happened> = {}): Happened {
    return {
      ...this.sale(day),
      kind,
      parentId: sale.transactionId,
      amountCents: -sale.amountCents,
      feeCents: -sale.feeCents || 0,
      tipCents: -sale.tipCents || 0,
      last4: sale.last4,
      locationId: sale.locationId,
      tie: 'both-ids',
      ...members,
    };
  }

  /** Writes a payment into Komet's books, dated by the calendar. */
  book(one: Happened, members: Members = {}): Entry {
    const { transactionId, tie } = one;
    const isIdLost = tie === 'order-id' || WEAK.includes(tie);
    return this.#put(this.komet, 'K', one, {
      ...(!isIdLost && { transactionId }),
      orderId: one.orderId,
      reference: one.reference,
      day: localTime(one.at).day,
      ...members,
    });
  }

  /** Writes a payment into the processor's batch that is open at that time. */
  settle(one: Happened, members: Members = {}): Entry {
    const { orderId, reference, transactionId, tie } = one;
    const knowsOrder = tie === 'both-ids' || tie === 'order-id';
    return this.#put(this.processor, 'P', one, {
      transactionId,
      ...(knowsOrder && { orderId }),
      ...(this.habits.hasReferences && tie !== 'card' && { reference }),
      ...this.batchOf(one.at),
      ...members,
    });
  }

  bookAndSettle(one: Happened): void {
    this.book(one);
    this.settle(one);
  }

  /** What the processor writes of the batch an instant falls into. */
  batchOf(at: number): Pick<Entry, 'day' | 'batchId'> {
    const { day } = batchOf(at, this.habits.closesAtUtc);
    return { day, batchId: String(Date.parse(day) / 86_400_000 - 19_000).padStart(6, '0') };
  }

  expect(expected: Expected): void {
    this.expected.push(expected);
  }

  later(day: string): string {
    return dayAfter(day, this.dice.between(1, 2));
  }

  #put(list: Entry[], side: string, one: Happened, members: Members): Entry {
    const { at: _, tie: __, transactionId: ___, orderId: ____, reference: _____, ...told } = one;
    const given = Object.entries({ ...told, ...members }).filter(([, value]) => value !== undefined);
    const entry = { state: 'approved', ...Object.fromEntries(given), id: `${side}${list.length + 1}` } as Entry;
    list.push(entry);
    return entry;
  }

  #names(): Pick<Happened, 'transactionId' | 'orderId' | 'authorizationCode'> {
    const { dice } = this;
    const count = ++this.#count;
    return {
      transactionId: anyId(dice, count),
      orderId: `pay_${count.toString(36)}`,
      authorizationCode: anyCode(dice),
    };
  }

  #card(): Card {
    const last4 = String(this.dice.under(10_000)).padStart(4, '0');
    return { last4, brand: this.dice.one(['visa', 'mastercard', 'amex', 'discover']) };
  }

  #tie(): Tie {
    const roll = this.dice.under(100);
    if (roll < 60) return 'both-ids';
    if (roll < 75) return 'transaction-id';
    if (roll < 88) return 'order-id';
    return roll < 94 && this.habits.hasReferences ? 'reference' : 'card';
  }

  #freshAmount(): number {
    for (;;) {
      const cents = this.dice.between(101, 250_000);
      if (this.#used.has(String(cents))) continue;
      this.#used.add(String(cents));
      return cents;
    }
  }
}
