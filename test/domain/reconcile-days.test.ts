import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { businessDay, wallClock } from '../../src/domain/reconcile/business-day.js';
import { reconcile } from '../../src/domain/reconcile/reconcile.js';
import { FAULTS, givenDay, type DayPlan, type Expected, type Fault } from './given-day.js';

/** Days on which clocks are moved, month and year ends, a leap day, and a plain one. */
const DAYS = ['2026-03-08', '2026-11-01', '2026-10-31', '2026-12-31', '2027-02-28', '2028-02-29', '2026-07-15'];
/** A closing at a fixed hour of UTC is before midnight in winter and after it in summer in New York. */
const PLACES = [
  { timeZone: 'America/New_York', closesAtUtc: 4 },
  { timeZone: 'America/Bogota', closesAtUtc: 5 },
] as const;

const faults = Object.keys(FAULTS) as Fault[];

const plans = (make: (seed: number) => readonly Fault[], rounds: number): DayPlan[] =>
  PLACES.flatMap((place) =>
    DAYS.flatMap((day, at) =>
      Array.from({ length: rounds }, (_, round) => {
        const seed = (at + 1) * 7_919 + round * 104_729 + place.closesAtUtc;
        return { ...place, day, seed, sales: 60, faults: make(seed) };
      }),
    ),
  );

const foundIn = (plan: DayPlan): { found: Expected[]; expected: Expected[] } => {
  const { komet, processor, expected } = givenDay(plan);
  const found = reconcile(komet, processor, { from: plan.day, to: plan.day }).differences.map(
    ({ kind, cause, cents }) => ({ kind, cause, cents }),
  );
  return { found: sorted(found), expected: sorted(expected) };
};

const sorted = (list: readonly Expected[]) =>
  [...list].sort((a, b) => a.cents - b.cents || a.cause.localeCompare(b.cause) || a.kind.localeCompare(b.kind));

describe('days made by others', () => {
  test('a clean day raises no alarm, also where clocks are moved and at month ends', () => {
    for (const plan of plans(() => [], 40)) {
      assert.deepEqual(foundIn(plan).found, [], JSON.stringify(plan));
    }
  });

  for (const fault of faults) {
    test(`the one fault of a day is found and named: ${fault}`, () => {
      for (const plan of plans(() => [fault], 5)) {
        const { found, expected } = foundIn(plan);
        assert.deepEqual(found, expected, JSON.stringify(plan));
      }
    });
  }

  test('of many faults on one day each is found with its cause, and nothing else', () => {
    for (const plan of plans((seed) => faults.filter((_, at) => (seed >> (at % 7)) % 3 !== 0), 40)) {
      const { found, expected } = foundIn(plan);
      assert.deepEqual(found, expected, JSON.stringify(plan));
    }
  });

  test('the same fault several times on one day is found each time', () => {
    for (const plan of plans((seed) => [0, 1, 2].flatMap((at) => faults[(seed + at) % faults.length] ?? []), 40)) {
      const twice = { ...plan, faults: [...plan.faults, ...plan.faults] };
      const { found, expected } = foundIn(twice);
      assert.deepEqual(found, expected, JSON.stringify(twice));
    }
  });
});

describe('the day a batch counts for', () => {
  test('stays the same when a closing fixed in UTC moves past midnight in summer', () => {
    assert.equal(businessDay('America/New_York', Date.parse('2026-11-21T04:59:00Z')), '2026-11-20');
    assert.equal(businessDay('America/New_York', Date.parse('2026-07-21T04:59:00Z')), '2026-07-20');
    assert.equal(businessDay('America/Bogota', Date.parse('2026-03-01T04:59:00Z')), '2026-02-28');
  });

  test('is that of the calendar from six in the morning', () => {
    assert.equal(businessDay('America/New_York', Date.parse('2026-11-21T10:59:00Z')), '2026-11-20');
    assert.equal(businessDay('America/New_York', Date.parse('2026-11-21T11:00:00Z')), '2026-11-21');
    assert.deepEqual(wallClock('America/New_York', Date.parse('2026-11-01T05:30:00Z')), {
      day: '2026-11-01',
      time: '01:30',
    });
  });
});
