import type { DayRange, Entry } from '../../../src/domain/reconcile/entry.js';
import { dayAfter } from './clock.js';
import { FAULTS, type Fault } from './faults.js';
import { NEAR_FAULTS } from './near-faults.js';
import { ORDINARY } from './ordinary.js';
import { Wholesaler, type Expected, type Habits } from './wholesaler.js';

export const ALL_FAULTS: Readonly<Record<string, Fault>> = { ...FAULTS, ...NEAR_FAULTS };

export interface Plan extends Omit<Habits, 'hasReferences' | 'hasFees'> {
  readonly name: string;
  readonly from: string;
  readonly days: number;
  readonly salesPerDay: number;
  /** Names of the faults of a day; none on a clean one. */
  readonly faultsOn: (seller: Wholesaler, at: number) => readonly string[];
}

export interface History {
  readonly komet: readonly Entry[];
  readonly processor: readonly Entry[];
  readonly expected: readonly Expected[];
  readonly days: readonly string[];
}

const ordinary = Object.values(ORDINARY);

/** What a wholesaler and a processor wrote down on some days in a row, in no order. */
export function givenHistory({ name: _, from, days: count, salesPerDay, faultsOn, ...habits }: Plan): History {
  const { seed } = habits;
  const seller = new Wholesaler({ ...habits, hasReferences: seed % 2 === 0, hasFees: seed % 3 === 0 });
  const days = Array.from({ length: count }, (_, at) => dayAfter(from, at));
  for (const [at, day] of days.entries()) {
    for (let sale = seller.dice.between(1, salesPerDay); sale > 0; sale--) seller.bookAndSettle(seller.sale(day));
    for (const happens of seller.dice.shuffled(ordinary).slice(0, seller.dice.between(0, 5))) happens(seller, day);
    for (const fault of faultsOn(seller, at)) ALL_FAULTS[fault]?.(seller, day);
  }
  const { dice, expected } = seller;
  return { komet: dice.shuffled(seller.komet), processor: dice.shuffled(seller.processor), expected, days };
}

/** What must be found when some days are compared: what is off on one of them and not made even by another of them. */
export const expectedIn = ({ expected }: History, { from, to }: DayRange): readonly Expected[] => {
  const isIn = (day: string) => day >= from && day <= to;
  return expected.filter(({ day, evenWith }) => isIn(day) && !(evenWith !== undefined && isIn(evenWith)));
};
