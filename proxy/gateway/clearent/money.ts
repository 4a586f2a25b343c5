/** The gateway's money is text with two decimals; everywhere else it is whole cents. Only these two functions cross over. */

/**
 * "12.34" of 1234, "-0.05" of -5.
 * @throws RangeError for anything but a safe integer
 */
export function centsToDecimal(cents: number): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError('Money must be whole cents');
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Cents of an amount in an answer: "12.34", also "12.3" and "12" (an amount that travelled as a number) and zeros after
 * the second decimal. Undefined for everything that is not an exact number of cents, such as "1.005" or "1,000.00".
 */
export function decimalToCents(text: string): number | undefined {
  const parts = /^(-?)(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(text);
  if (!parts) return undefined;
  const [, sign, whole = '', decimals = ''] = parts;
  const cents = Number(whole + decimals.padEnd(2, '0'));
  return sign === '-' && cents !== 0 ? -cents : cents;
}
