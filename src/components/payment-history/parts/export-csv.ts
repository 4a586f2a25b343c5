import type { Payment } from '../../../contract/payment.js';
import { csvCents, csvFile, csvText } from '../../../domain/sheet/csv.js';
import type { Column, Surroundings } from './columns.js';

/** The rows as CSV for a spreadsheet: amounts as plain decimals, days as `YYYY-MM-DD`. */
export function csvOf(payments: readonly Payment[], columns: readonly Column[], around: Surroundings): string {
  const head = columns.map(({ key }) => csvText(around.text.t(`column.${key}`)));
  const rows = payments.map((payment) => columns.map((column) => valueOf(payment, column, around)));
  return csvFile([head, ...rows]);
}

function valueOf(payment: Payment, { key, cents, value }: Column, around: Surroundings): string {
  if (cents) return csvCents(cents(payment));
  return csvText(key === 'date' ? payment.date : (value?.(payment, around) ?? ''));
}
