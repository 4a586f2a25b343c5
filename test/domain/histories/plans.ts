import { ALL_FAULTS, type Plan } from './history.js';

/** Both changes of the clocks, the turn of a year, a leap day, and a plain month end. */
const SPANS = [
  { name: 'clocks go forward', from: '2026-02-25', days: 34 },
  { name: 'clocks go back', from: '2026-10-20', days: 34 },
  { name: 'a year ends', from: '2025-12-10', days: 34 },
  { name: 'a leap day', from: '2028-02-12', days: 34 },
  { name: 'a plain month ends', from: '2026-06-15', days: 34 },
] as const;

/** 22:30 or 23:30 in New York; 23:30 or 00:30; 03:00 or 04:00. */
const CLOSINGS = [3 * 60 + 30, 4 * 60 + 30, 8 * 60] as const;

type FaultsOn = Plan['faultsOn'];

const plans = (salesPerDay: number, faultsOn: FaultsOn, seed: number): readonly Plan[] =>
  SPANS.flatMap((span, at) =>
    CLOSINGS.map((closesAtUtc, closing) => ({
      ...span,
      salesPerDay,
      faultsOn,
      closesAtUtc,
      seed: seed + at * 10 + closing,
    })),
  );

const names = Object.keys(ALL_FAULTS);

export const CLEAN: readonly Plan[] = plans(25, () => [], 1_000);

/** One fault a day, each kind in turn. */
export const ONE_A_DAY: readonly Plan[] = plans(
  20,
  ({ habits }, at) => [names[(at + habits.seed) % names.length] ?? ''],
  2_000,
);

/** Up to nine faults a day and now and then a clean one. */
export const SEVERAL_A_DAY: readonly Plan[] = plans(
  20,
  ({ dice }) => (dice.chance(20) ? [] : dice.shuffled([...names, ...names]).slice(0, dice.between(2, 9))),
  3_000,
);
