import { NEEDED_REPORT_FIELDS, REPORT_FIELDS, type ReportField } from '../../../contract/reconciliation-words.js';
import { keyOfText } from '../key.js';
import { centsAt, dayAt, digitsAt } from './bytes.js';
import { Cells } from './cells.js';
import { PlainRows } from './plain-rows.js';
import { WORD_FIELDS, type ReportFault, type ReportLayout, type ReportTable, type WordField } from './report-table.js';
import { RowTexts, textAt } from './row-texts.js';
import { Rows } from './rows.js';

const MOST_FAULTS = 20;
const NEWLINE = 10;
const COMMA = 44;
const POINT = 46;

/** Reads a whole report. Nothing is guessed: a line that can't be read is a fault, and a report with faults can't be used. */
export function readReport(
  bytes: Uint8Array,
  layout: ReportLayout,
): { readonly table: ReportTable; readonly faults: readonly ReportFault[] } {
  const isNeeded = (field: ReportField) => (NEEDED_REPORT_FIELDS as readonly ReportField[]).includes(field);
  const isMissing = (field: ReportField) => columnOf(layout, field) < 0;
  const missing = REPORT_FIELDS.filter(
    (field) => isMissing(field) && (isNeeded(field) || layout.mapping[field] !== undefined),
  );
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

const columnOf = ({ columns, mapping }: ReportLayout, field: ReportField): number =>
  mapping[field] === undefined ? -1 : columns.indexOf(mapping[field]);

class Reader {
  readonly faults: ReportFault[] = [];
  readonly #bytes: Uint8Array;
  readonly #layout: ReportLayout;
  readonly #cells: Cells;
  readonly #decimal: number;
  readonly #columns: Readonly<Record<ReportField, number>>;
  readonly #wordFields: readonly WordField[];
  readonly #rows: Rows;

  constructor(bytes: Uint8Array, layout: ReportLayout) {
    this.#bytes = bytes;
    this.#layout = layout;
    this.#cells = new Cells(bytes, layout.delimiter, layout.columns.length);
    // Where semicolons part cells, a comma parts cents off.
    this.#decimal = layout.delimiter === ';' ? COMMA : POINT;
    const columns = REPORT_FIELDS.map((field) => [field, columnOf(layout, field)]);
    this.#columns = Object.fromEntries(columns) as Record<ReportField, number>;
    this.#wordFields = WORD_FIELDS.filter((field) => this.#columns[field] >= 0);
    this.#rows = new Rows(bytes, (field) => this.#columns[field] >= 0);
  }

  readAll(): void {
    const bytes = this.#bytes;
    let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const cells = this.#cells;
    while (at < bytes.length && lineAt(bytes, at) <= this.#layout.line) at = cells.split(at);
    this.#rows.grow(Math.max(16, this.#guessRows(at)));
    const plain = new PlainRows(bytes, this.#layout, { columns: this.#columns, decimal: this.#decimal });
    while (at < bytes.length && this.faults.length < MOST_FAULTS) {
      this.#rows.reserve();
      at = plain.read(at, this.#rows) || this.#readRow(at);
    }
  }

  /** From the length of the first lines; a wrong guess only costs a copy. */
  #guessRows(from: number): number {
    const sample = this.#bytes.subarray(from, from + 4_096);
    const lines = sample.reduce((count, byte) => count + (byte === NEWLINE ? 1 : 0), 0);
    return lines === 0 ? 1 : Math.ceil(((this.#bytes.length - from) / sample.length) * lines * 1.1);
  }

  /** Reads a row however it is written, and tells where the next one begins. */
  #readRow(start: number): number {
    const cells = this.#cells;
    const next = cells.split(start);
    const { transactionId } = this.#columns;
    // A report may have empty lines, and end with one of totals: they have no transaction.
    if (transactionId >= cells.count) return next;
    cells.open(transactionId);
    if (cells.start === cells.end) return next;
    const { columns } = this.#layout;
    if (cells.count >= columns.length) this.#keepRow(start);
    else this.#fault(start, columns[cells.count] ?? '', `The line ends after ${cells.count} columns`);
    return next;
  }

  #keepRow(start: number): void {
    const cells = this.#cells;
    const rows = this.#rows;
    const { amount, date, fee, tip } = this.#columns;
    const row = rows.length;
    rows.starts[row] = start;
    rows.transaction[row] = this.#key();
    rows.amountCents[row] = this.#cents(amount, start);
    rows.day[row] = this.#dayOf(date, start);
    if (fee >= 0) rows.fee[row] = this.#centsOrNone(fee);
    if (tip >= 0) rows.tip[row] = this.#centsOrNone(tip);
    for (const field of this.#wordFields) {
      cells.open(this.#columns[field]);
      rows.words[field].keep(row, cells.start, cells.end);
    }
    rows.length++;
  }

  #key(): number {
    this.#cells.open(this.#columns.transactionId);
    const { start, end } = this.#cells;
    const digits = digitsAt(this.#bytes, start, end);
    return digits === digits ? digits : keyOfText(textAt(this.#bytes, start, end));
  }

  #cents(column: number, line: number): number {
    const cells = this.#cells;
    cells.open(column);
    const cents = centsAt(this.#bytes, cells.start, cells.end, this.#decimal);
    if (cents !== cents) this.#fault(line, this.#heading('amount'), 'is not an amount in dollars and cents');
    return cents;
  }

  #dayOf(column: number, line: number): number {
    const cells = this.#cells;
    cells.open(column);
    const day = dayAt(this.#bytes, cells.start, cells.end);
    if (day !== day) this.#fault(line, this.#heading('date'), 'is not a day');
    return day;
  }

  #centsOrNone(column: number): number {
    const cells = this.#cells;
    cells.open(column);
    return cells.start === cells.end ? 0 : centsAt(this.#bytes, cells.start, cells.end, this.#decimal);
  }

  #heading(field: ReportField): string {
    return this.#layout.mapping[field] ?? field;
  }

  #fault(start: number, column: string, message: string): void {
    this.faults.push({ line: lineAt(this.#bytes, start), column, message });
  }

  table(): ReportTable {
    const bytes = this.#bytes;
    const { length, starts, transaction, amountCents, day, fee, tip, words } = this.#rows;
    const texts = new RowTexts(bytes, this.#layout, starts);
    return {
      length,
      transaction: transaction.subarray(0, length),
      amountCents: amountCents.subarray(0, length),
      day: day.subarray(0, length),
      fee: this.#columns.fee < 0 ? undefined : fee,
      tip: this.#columns.tip < 0 ? undefined : tip,
      words: Object.fromEntries(this.#wordFields.map((field) => [field, words[field]])),
      text: (row, field) => texts.at(row, this.#columns[field]),
      line: (row) => lineAt(bytes, starts[row] as number),
    };
  }
}

/** The line that a place in the file belongs to, counted from 1. */
function lineAt(bytes: Uint8Array, place: number): number {
  let line = 1;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < place; at = bytes.indexOf(NEWLINE, at + 1)) line++;
  return line;
}
