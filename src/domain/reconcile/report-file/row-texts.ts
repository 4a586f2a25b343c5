import { Cells } from './cells.js';
import type { ReportLayout } from './report-table.js';

const decoder = new TextDecoder();

/** The text of a cell whose bytes stand there; a doubled quote is one. */
export const textAt = (bytes: Uint8Array, start: number, end: number): string =>
  decoder.decode(bytes.subarray(start, end)).replaceAll('""', '"');

/** Texts of rows that were read before; the cells of one row at a time are known. */
export class RowTexts {
  readonly #cells: Cells;
  readonly #starts: Int32Array;
  #row = -1;
  #from = 0;
  #line = '';
  #isPlain = false;

  constructor(bytes: Uint8Array, { delimiter, columns }: ReportLayout, starts: Int32Array) {
    this.#cells = new Cells(bytes, delimiter, columns.length);
    this.#starts = starts;
  }

  /** Undefined when the cell is empty, or no column of the file. */
  at(row: number, column: number): string | undefined {
    if (column < 0) return undefined;
    if (row !== this.#row) this.#open(row);
    const cells = this.#cells;
    cells.open(column);
    const { start, end, bytes } = cells;
    if (start === end) return undefined;
    // A line of single bytes is decoded once for all of its cells.
    return this.#isPlain ? this.#line.slice(start - this.#from, end - this.#from) : textAt(bytes, start, end);
  }

  #open(row: number): void {
    const { bytes } = this.#cells;
    this.#row = row;
    this.#from = this.#starts[row] as number;
    const end = this.#cells.split(this.#from);
    this.#line = decoder.decode(bytes.subarray(this.#from, end));
    this.#isPlain = this.#line.length === end - this.#from && !this.#line.includes('""');
  }
}
