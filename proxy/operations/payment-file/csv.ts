import type { Cell } from './columns.js';

/** A spreadsheet takes a cell that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** CSV for a spreadsheet, batch by batch: with a byte order mark for its accents, and no cell that it would run. */
export async function* csvFile(head: readonly string[], batches: AsyncIterable<Cell[][]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(`\uFEFF${line(head.map(quoted))}`);
  for await (const rows of batches) yield encoder.encode(rows.map((cells) => line(cells.map(csvCell))).join(''));
}

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

function csvCell(cell: Cell): string {
  if (!cell) return '';
  if (cell.kind === 'cents') return decimal(cell.value);
  return cell.kind === 'text' ? quoted(cell.value) : String(cell.value);
}

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** -1234 → `-12.34`, whatever the language. */
export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
