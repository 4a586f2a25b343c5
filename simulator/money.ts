/** Money crosses the gateway's wire as text with exactly two decimals; inside the simulator it is whole cents. */

/** Cents of "12.34"; undefined for anything the gateway would refuse (no decimals, a sign, a comma, a number). */
export function parseMoney(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^\d{1,9}\.\d{2}$/.test(text)) return undefined;
  return Number(text.replace('.', ''));
}

/** "12.34" of 1234; negative net amounts keep their sign. */
export function formatMoney(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
