import { MAX_CENTS } from '../../../src/contract/primitives.js';

/**
 * Cents of an amount in Komet's answers: a number or its text, `12.5`, `"12.50"`, `"-3.005"`. Credits and imported balances come with
 * three decimals; they are rounded to the cent half away from zero, digit by digit, since `1.005 * 100` is not 100.5 in a computer.
 * Undefined for everything else, such as `"1,000.00"`, `1e21` or more than Komet can keep.
 * @example parseCents('10.005') // 1001
 * @example parseCents(-10.005) // -1001
 */
export function parseCents(amount: string | number): number | undefined {
  const parts = /^(-?)(\d{1,10})(?:\.(\d+))?$/.exec(String(amount).trim());
  if (!parts) return undefined;
  const [, sign, whole = '', decimals = ''] = parts;
  const kept = Number(whole + decimals.slice(0, 2).padEnd(2, '0'));
  const cents = kept + (Number(decimals[2] ?? 0) >= 5 ? 1 : 0);
  if (cents > MAX_CENTS) return undefined;
  return sign === '-' && cents !== 0 ? -cents : cents;
}

/**
 * The JSON number of whole cents, at most two decimals long.
 * @throws RangeError for anything but a safe integer
 */
export function centsToNumber(cents: number): number {
  if (!Number.isSafeInteger(cents)) throw new RangeError('Money must be whole cents');
  return cents / 100;
}
