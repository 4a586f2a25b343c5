import type { Cell } from './cell.js';

/** A spreadsheet takes a cell that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows of cells made by `csvText` and `csvCents`, with a byte order mark for the accents. */
export const csvFile = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map(csvLine).join('')}`;

export const csvLine = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

export function csvCell(cell: Cell): string {
  if (!cell) return '';
  if (cell.kind === 'cents') return csvCents(cell.value);
  return cell.kind === 'text' ? csvText(cell.value) : String(cell.value);
}

/** A cell that no spreadsheet runs as a formula. */
export function csvText(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** -1234 → `-12.34`: a number, whatever the language. */
export function csvCents(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
