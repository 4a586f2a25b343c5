import type { Payment } from '../../../contract/payment.js';
import type { Column, Surroundings } from './columns.js';

/** A spreadsheet takes a cell that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The rows as CSV for a spreadsheet: a byte order mark for its accents, amounts as plain decimals, days as `YYYY-MM-DD`, and no
 * cell that it would run as a formula.
 */
export function csvOf(payments: readonly Payment[], columns: readonly Column[], around: Surroundings): string {
  const head = columns.map(({ key }) => cell(around.text.t(`column.${key}`)));
  const rows = payments.map((payment) => columns.map((column) => valueOf(payment, column, around)));
  return `\uFEFF${[head, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

function valueOf(payment: Payment, { key, cents, value }: Column, around: Surroundings): string {
  if (cents) return decimal(cents(payment));
  return cell(key === 'date' ? payment.date : (value?.(payment, around) ?? ''));
}

/** -1234 → `-12.34`: a number, whatever the language. */
function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
