import { NEEDED_REPORT_FIELDS, REPORT_FIELDS, type ReportField } from '../../../contract/reconciliation-words.js';
import type { ReportFault, ReportLayout, ReportTable } from './report-table.js';
import { centsAt, dayAt, digitsAt } from './bytes.js';

const MOST_FAULTS = 20;
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const SPACE = 32;

/** Reads a whole report. Nothing is guessed: a line that can't be read is a fault, and a report with faults can't be used. */
export function readReport(
  bytes: Uint8Array,
  layout: ReportLayout,
): { readonly table: ReportTable; readonly faults: readonly ReportFault[] } {
  const missing = NEEDED_REPORT_FIELDS.filter((field) => positionOf(layout, field) < 0);
  if (missing.length > 0) {
    const faults = missing.map((field) => ({
      line: layout.line,
      column: layout.mapping[field] ?? field,
      message: `There is no column for ${field}`,
    }));
    return { table: new Reader(new Uint8Array(0), layout).table(), faults };
  }
  const reader = new Reader(bytes, layout);
  reader.readAll();
  return { table: reader.table(), faults: reader.faults };
}

const positionOf = ({ columns, mapping }: ReportLayout, field: ReportField): number =>
  mapping[field] === undefined ? -1 : columns.indexOf(mapping[field]);

class Reader {
  readonly faults: ReportFault[] = [];
  readonly #bytes: Uint8Array;
  readonly #layout: ReportLayout;
  readonly #delimiter: number;
  /** Slot of each column of the file in `#cells`, or -1. */
  readonly #slots: Int16Array;
  readonly #slotOf: Readonly<Partial<Record<ReportField, number>>>;
  readonly #width: number;
  readonly #decimal: number;
  #capacity = 0;
  #length = 0;
  #line = 1;
  #transaction = new Float64Array(0);
  #amountCents = new Float64Array(0);
  #day = new Int32Array(0);
  #lines = new Int32Array(0);
  /** Start and end of every mapped cell, row after row. */
  #cells = new Int32Array(0);

  constructor(bytes: Uint8Array, layout: ReportLayout) {
    this.#bytes = bytes;
    this.#layout = layout;
    this.#delimiter = layout.delimiter.charCodeAt(0);
    // Where semicolons part cells, a comma parts cents off.
    this.#decimal = layout.delimiter === ';' ? 44 : 46;
    const mapped = REPORT_FIELDS.filter((field) => positionOf(layout, field) >= 0);
    this.#slots = new Int16Array(layout.columns.length).fill(-1);
    mapped.forEach((field, slot) => {
      this.#slots[positionOf(layout, field)] = slot;
    });
    this.#slotOf = Object.fromEntries(mapped.map((field, slot) => [field, slot]));
    this.#width = mapped.length * 2;
  }

  readAll(): void {
    const bytes = this.#bytes;
    let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    while (this.#line <= this.#layout.line && at < bytes.length) at = this.#endOfLine(at);
    this.#grow(Math.max(16, this.#guessRows(at)));
    while (at < bytes.length && this.faults.length < MOST_FAULTS) at = this.#readRow(at);
  }

  /** From the length of the first lines; a wrong guess only costs a copy. */
  #guessRows(from: number): number {
    const sample = this.#bytes.subarray(from, from + 4_096);
    const lines = sample.reduce((count, byte) => count + (byte === NEWLINE ? 1 : 0), 0);
    return lines === 0 ? 1 : Math.ceil(((this.#bytes.length - from) / sample.length) * lines * 1.1);
  }

  #endOfLine(from: number): number {
    let at = from;
    let quoted = false;
    for (; at < this.#bytes.length; at++) {
      const byte = this.#bytes[at];
      if (byte === QUOTE) quoted = !quoted;
      if (byte === NEWLINE) this.#line++;
      if (byte === NEWLINE && !quoted) return at + 1;
    }
    return at;
  }

  /** One pass: cells are found, and what is compared as numbers is read, before the next line is looked at. */
  #readRow(from: number): number {
    if (this.#length === this.#capacity) this.#grow(this.#capacity * 2);
    const bytes = this.#bytes;
    const size = bytes.length;
    const slots = this.#slots;
    const delimiter = this.#delimiter;
    const line = this.#line;
    let column = 0;
    let start = from;
    let at = from;
    for (;;) {
      if (bytes[at] === QUOTE && at === start) at = this.#endOfQuotes(at + 1);
      const byte = at < size ? (bytes[at] as number) : NEWLINE;
      if (byte !== delimiter && byte !== NEWLINE) {
        at++;
        continue;
      }
      this.#keepCell(slots[column++] ?? -1, start, at);
      start = ++at;
      if (byte === NEWLINE) break;
    }
    this.#line++;
    this.#keepRow(from, Math.min(at, size), line, column);
    return at;
  }

  #keepCell(slot: number, start: number, end: number): void {
    if (slot < 0) return;
    const at = this.#length * this.#width + slot * 2;
    this.#cells[at] = start;
    this.#cells[at + 1] = end;
  }

  #endOfQuotes(from: number): number {
    const bytes = this.#bytes;
    let at = from;
    for (; at < bytes.length; at++) {
      if (bytes[at] === NEWLINE) this.#line++;
      if (bytes[at] !== QUOTE) continue;
      if (bytes[at + 1] !== QUOTE) return at + 1;
      at++;
    }
    return at;
  }

  #keepRow(from: number, end: number, line: number, columns: number): void {
    if (columns === 1 && this.#isBlank(from, end)) return;
    if (columns < this.#layout.columns.length) {
      // A report may end with a line of totals, which has no transaction.
      if (!this.#hasCell('transactionId', columns)) return;
      this.#fault(line, this.#layout.columns[columns] ?? '', `The line ends after ${columns} columns`);
      return;
    }
    const row = this.#length;
    if (this.#isEmpty(row, 'transactionId')) return;
    this.#transaction[row] = this.#read(row, 'transactionId', digitsAt);
    const cents = this.#read(row, 'amount', centsAt, this.#decimal);
    const day = this.#read(row, 'date', dayAt);
    if (cents !== cents) this.#fault(line, this.#heading('amount'), 'is not an amount in dollars and cents');
    if (day !== day) this.#fault(line, this.#heading('date'), 'is not a day');
    this.#amountCents[row] = cents;
    this.#day[row] = day;
    this.#lines[row] = line;
    this.#length++;
  }

  #hasCell(field: ReportField, columns: number): boolean {
    return positionOf(this.#layout, field) < columns && !this.#isEmpty(this.#length, field);
  }

  #isBlank(from: number, end: number): boolean {
    for (let at = from; at < end; at++) {
      const byte = this.#bytes[at] as number;
      if (byte !== SPACE && byte !== RETURN && byte !== NEWLINE) return false;
    }
    return true;
  }

  #isEmpty(row: number, field: ReportField): boolean {
    return this.#read(row, field, (_, start, end) => end - start) === 0;
  }

  #heading(field: ReportField): string {
    return this.#layout.mapping[field] ?? field;
  }

  #fault(line: number, column: string, message: string): void {
    this.faults.push({ line, column, message });
  }

  /** Hands the cell's bytes without spaces and quotes around them to a reader of bytes. */
  #read(
    row: number,
    field: ReportField,
    read: (bytes: Uint8Array, start: number, end: number, more?: number) => number,
    more?: number,
  ): number {
    const slot = this.#slotOf[field];
    if (slot === undefined) return read(this.#bytes, 0, 0, more);
    const bytes = this.#bytes;
    let start = this.#cells[row * this.#width + slot * 2] as number;
    let end = this.#cells[row * this.#width + slot * 2 + 1] as number;
    while (start < end && isAround(bytes[start] as number)) start++;
    while (end > start && isAround(bytes[end - 1] as number)) end--;
    return read(bytes, start, end, more);
  }

  #grow(capacity: number): void {
    const grown = <T extends Float64Array | Int32Array>(column: T, size: number): T => {
      const next = new (column.constructor as new (length: number) => T)(size);
      next.set(column);
      return next;
    };
    this.#transaction = grown(this.#transaction, capacity);
    this.#amountCents = grown(this.#amountCents, capacity);
    this.#day = grown(this.#day, capacity);
    this.#lines = grown(this.#lines, capacity);
    this.#cells = grown(this.#cells, capacity * this.#width);
    this.#capacity = capacity;
  }

  table(): ReportTable {
    const decoder = new TextDecoder();
    return {
      length: this.#length,
      transaction: this.#transaction.subarray(0, this.#length),
      amountCents: this.#amountCents.subarray(0, this.#length),
      day: this.#day.subarray(0, this.#length),
      line: (row) => this.#lines[row] as number,
      cents: (row, field) => (this.#isEmpty(row, field) ? 0 : this.#read(row, field, centsAt, this.#decimal)),
      text: (row, field) => {
        let text = '';
        this.#read(row, field, (bytes, start, end) => {
          text = decoder.decode(bytes.subarray(start, end)).replaceAll('""', '"');
          return 0;
        });
        return text === '' ? undefined : text;
      },
    };
  }
}

const isAround = (byte: number): boolean => byte === SPACE || byte === QUOTE || byte === RETURN || byte === 9;
