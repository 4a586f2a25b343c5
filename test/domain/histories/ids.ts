import type { Dice } from './dice.js';

/** Forms an id of a transaction is met in; within one history all of them are mixed. */
const FORMS = [
  (dice: Dice, count: number) => String(10_180_000_000 + count * 3 + dice.under(3)),
  (_: Dice, count: number) => String(count).padStart(12, '0'),
  // Beyond 2^53 the nearest numbers are one apart in the last digit only.
  (_: Dice, count: number) => `90071992547${String(count).padStart(8, '0')}`,
  (dice: Dice, count: number) => hex(dice, 24) + count.toString(16).padStart(8, '0'),
  (dice: Dice, count: number) =>
    [hex(dice, 8), hex(dice, 4), `4${hex(dice, 3)}`, `a${hex(dice, 3)}`, count.toString(16).padStart(12, '0')].join(
      '-',
    ),
] as const satisfies readonly ((dice: Dice, count: number) => string)[];

/** A new id of any form; `count` makes it the only one. */
export const anyId = (dice: Dice, count: number): string => dice.one(FORMS)(dice, count);

/** An authorization code; rarely met twice. */
export const anyCode = (dice: Dice): string =>
  dice.chance(50) ? String(dice.under(1_000_000)).padStart(6, '0') : `T${String(dice.under(100_000)).padStart(5, '0')}`;

function hex(dice: Dice, length: number): string {
  return Array.from({ length }, () => dice.under(16).toString(16)).join('');
}
