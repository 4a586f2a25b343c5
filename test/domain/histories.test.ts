import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { businessDay, wallClock } from '../../src/domain/reconcile/business-day.js';
import { contributionCents, isInRange, type DayRange, type Entry } from '../../src/domain/reconcile/entry.js';
import { reconcile } from '../../src/domain/reconcile/reconcile.js';
import type { Difference } from '../../src/domain/reconcile/result.js';
import { batchOf, dayAfter, instantAt, localTime } from './histories/clock.js';
import { Dice } from './histories/dice.js';
import { ALL_FAULTS, expectedIn, givenHistory, type History, type Plan } from './histories/history.js';
import { CLEAN, ONE_A_DAY, SEVERAL_A_DAY } from './histories/plans.js';

/** Days on either side that are read with the compared ones. */
const AROUND = 3;

type Told = Pick<Difference, 'kind' | 'cause' | 'cents'> & { komet: readonly string[]; processor: readonly string[] };

const near = (entries: readonly Entry[], { from, to }: DayRange) => {
  const around = { from: dayAfter(from, -AROUND), to: dayAfter(to, AROUND) };
  return entries.filter((entry) => isInRange(entry, around));
};

const compare = (komet: readonly Entry[], processor: readonly Entry[], range: DayRange) => {
  const result = reconcile(komet, processor, range);
  const idsOf = (entries: readonly Entry[], at: readonly number[]) => at.map((one) => entries[one]?.id ?? '').sort();
  const told = result.differences.map(({ kind, cause, cents, ...rows }) => {
    return { kind, cause, cents, komet: idsOf(komet, rows.komet), processor: idsOf(processor, rows.processor) };
  });
  return { result, told: sorted(told) };
};

/** As text, so that a missing and a false one stand out from each other. */
const sorted = (list: readonly Told[]): readonly string[] =>
  list
    .map(({ kind, cause, cents, komet, processor }) =>
      [kind, cause, cents, `Komet ${komet.join('+')}`, `processor ${processor.join('+')}`].join(' | '),
    )
    .sort();

const context = ({ name, seed, closesAtUtc }: Plan, day: string) =>
  `${name}, seed ${seed}, closes ${closesAtUtc}, ${day}`;

function assertTold(plan: Plan, history: History, range: DayRange): void {
  const { told } = compare(near(history.komet, range), near(history.processor, range), range);
  assert.deepEqual(told, sorted(expectedIn(history, range)), context(plan, `${range.from} to ${range.to}`));
}

const given = (plans: readonly Plan[]) => plans.map((plan) => ({ plan, history: givenHistory(plan) }));
const clean = given(CLEAN);
const single = given(ONE_A_DAY);
const several = given(SEVERAL_A_DAY);

const forEachDay = (histories: typeof clean, visit: (plan: Plan, history: History, range: DayRange) => void) => {
  for (const { plan, history } of histories) {
    for (const day of history.days) visit(plan, history, { from: day, to: day });
  }
};

describe('months written down by others', () => {
  test('a clean day raises no alarm', () => {
    forEachDay(clean, assertTold);
  });

  for (const [at, fault] of Object.keys(ALL_FAULTS).entries()) {
    test(`it is told with its cause, its rows and its cents when ${fault}`, () => {
      const plan: Plan = {
        name: 'a week',
        from: '2026-03-05',
        days: 7,
        closesAtUtc: 270,
        salesPerDay: 8,
        seed: 0,
        faultsOn: (_, day) => (day === 3 ? [fault] : []),
      };
      for (let seed = 0; seed < 12; seed++) {
        const week = { ...plan, seed: at * 100 + seed, closesAtUtc: [210, 270, 480][seed % 3] ?? 0 };
        const history = givenHistory(week);
        for (const day of history.days) assertTold(week, history, { from: day, to: day });
      }
    });
  }

  test('a fault a day is told on its day and on no other', () => {
    forEachDay(single, assertTold);
  });

  test('of several faults on a day every one is told, and nothing else', () => {
    forEachDay(several, assertTold);
  });

  test('a whole month tells what no other of its days makes even', () => {
    for (const { plan, history } of [...clean, ...single, ...several]) {
      assertTold(plan, history, { from: history.days[3] ?? '', to: history.days[30] ?? '' });
    }
  });

  test('what is told adds up to what the two sides are apart, on every day', () => {
    forEachDay(several, (plan, { komet, processor }, range) => {
      const { result } = compare(komet, processor, range);
      const sum = (entries: readonly Entry[]) =>
        entries.filter((one) => isInRange(one, range)).reduce((total, one) => total + contributionCents(one), 0);
      assert.equal(result.komet.totalCents, sum(komet), context(plan, range.from));
      assert.equal(result.processor.totalCents, sum(processor), context(plan, range.from));
      assert.equal(
        result.differences.reduce((total, one) => total + one.cents, 0),
        result.komet.totalCents - result.processor.totalCents,
        context(plan, range.from),
      );
    });
  });

  test('the order of the rows changes nothing', () => {
    const dice = new Dice(7);
    forEachDay(several, (plan, history, range) => {
      const [komet, processor] = [near(history.komet, range), near(history.processor, range)];
      const straight = compare(komet, processor, range).told;
      const mixed = compare(dice.shuffled(komet), dice.shuffled(processor), range).told;
      assert.deepEqual(mixed, straight, context(plan, range.from));
    });
  });

  test('with the sides exchanged the same rows are off by as much the other way', () => {
    forEachDay(several, (plan, history, range) => {
      const [komet, processor] = [near(history.komet, range), near(history.processor, range)];
      const { result: straight } = compare(komet, processor, range);
      const { result: mirrored } = compare(processor, komet, range);
      const rows = (one: Difference, komet: readonly number[], processor: readonly number[], cents: number) =>
        [MIRRORED[one.kind] ?? one.kind, cents || 0, komet.join(), processor.join()].join(' | ');
      assert.deepEqual(
        mirrored.differences.map((one) => rows(one, one.processor, one.komet, -one.cents)).sort(),
        straight.differences
          .map((one) => [one.kind, one.cents, one.komet.join(), one.processor.join()].join(' | '))
          .sort(),
        context(plan, range.from),
      );
    });
  });

  test('the business day of a batch is right in every hour of the days on which clocks are moved', () => {
    for (const day of ['2026-03-07', '2026-03-08', '2026-10-31', '2026-11-01', '2027-12-31', '2028-02-29']) {
      for (let minute = 0; minute < 1_440; minute += 5) {
        const at = instantAt(day, minute);
        const { day: closed, closesAt } = batchOf(at, 270);
        assert.equal(businessDay('America/New_York', closesAt * 60_000), closed);
        const shown = localTime(at);
        const time = [Math.floor(shown.minute / 60), shown.minute % 60].map((part) => String(part).padStart(2, '0'));
        assert.deepEqual(wallClock('America/New_York', at * 60_000), { day: shown.day, time: time.join(':') });
      }
    }
  });
});

const MIRRORED: Readonly<Record<string, string>> = {
  'missing-in-komet': 'missing-at-processor',
  'missing-at-processor': 'missing-in-komet',
};
