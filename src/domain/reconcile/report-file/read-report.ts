import { NEEDED_REPORT_FIELDS, type ReportField } from '../../../contract/reconciliation-words.js';
import { grown } from '../grown.js';
import { keyOfText } from '../key.js';
import { centsAt, dayAt, digitsAt } from './bytes.js';
import { Cells } from './cells.js';
import { WORD_FIELDS, type ReportFault, type ReportLayout, type ReportTable, type WordField } from './report-table.js';
import { RowTexts, textAt } from './row-texts.js';
import { Words } from './words.js';

const MOST_FAULTS = 20;
const NEWLINE = 10;
const COMMA = 44;
const POINT = 46;

/** Reads a whole report. Nothing is guessed: a line that can't be read is a fault, and a report with faults can't be used. */
export function readReport(
  bytes: Uint8Array,
  layout: ReportLayout,
): { readonly table: ReportTable; readonly faults: readonly ReportFault[] } {
  const missing = NEEDED_REPORT_FIELDS.filter((field) => columnOf(layout, field) < 0);
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
  readonly #columns: Readonly<Record<'transactionId' | 'amount' | 'date' | 'fee' | 'tip', number>>;
  readonly #wordFields: readonly WordField[];
  readonly #wordColumns: readonly number[];
  readonly #words: readonly Words[];
  #capacity = 0;
  #length = 0;
  #starts = new Int32Array(0);
  #transaction = new Float64Array(0);
  #amountCents = new Float64Array(0);
  #day = new Int32Array(0);
  #fee = new Float64Array(0);
  #tip = new Float64Array(0);

  constructor(bytes: Uint8Array, layout: ReportLayout) {
    this.#bytes = bytes;
    this.#layout = layout;
    this.#cells = new Cells(bytes, layout.delimiter, layout.columns.length);
    // Where semicolons part cells, a comma parts cents off.
    this.#decimal = layout.delimiter === ';' ? COMMA : POINT;
    const column = (field: ReportField) => columnOf(layout, field);
    this.#columns = {
      transactionId: column('transactionId'),
      amount: column('amount'),
      date: column('date'),
      fee: column('fee'),
      tip: column('tip'),
    };
    this.#wordFields = WORD_FIELDS.filter((field) => column(field) >= 0);
    this.#wordColumns = this.#wordFields.map(column);
    this.#words = this.#wordFields.map(() => new Words(bytes));
  }

  readAll(): void {
    const bytes = this.#bytes;
    let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    const cells = this.#cells;
    while (at < bytes.length && lineAt(bytes, at) <= this.#layout.line) at = cells.split(at);
    this.#grow(Math.max(16, this.#guessRows(at)));
    while (at < bytes.length && this.faults.length < MOST_FAULTS) {
      const next = cells.split(at);
      this.#keepRow(at);
      at = next;
    }
  }

  /** From the length of the first lines; a wrong guess only costs a copy. */
  #guessRows(from: number): number {
    const sample = this.#bytes.subarray(from, from + 4_096);
    const lines = sample.reduce((count, byte) => count + (byte === NEWLINE ? 1 : 0), 0);
    return lines === 0 ? 1 : Math.ceil(((this.#bytes.length - from) / sample.length) * lines * 1.1);
  }

  #keepRow(start: number): void {
    const cells = this.#cells;
    const { transactionId, amount, date, fee, tip } = this.#columns;
    const row = this.#length;
    // A report may have empty lines, and end with one of totals: they have no transaction.
    if (transactionId >= cells.count) return;
    cells.open(transactionId);
    if (cells.start === cells.end) return;
    if (cells.count < this.#layout.columns.length) {
      this.#fault(start, this.#layout.columns[cells.count] ?? '', `The line ends after ${cells.count} columns`);
      return;
    }
    if (row === this.#capacity) this.#grow(this.#capacity * 2);
    this.#starts[row] = start;
    this.#transaction[row] = this.#key();
    this.#amountCents[row] = this.#cents(amount, start);
    this.#day[row] = this.#dayOf(date, start);
    if (fee >= 0) this.#fee[row] = this.#centsOrNone(fee);
    if (tip >= 0) this.#tip[row] = this.#centsOrNone(tip);
    for (let at = 0; at < this.#words.length; at++) {
      cells.open(this.#wordColumns[at] as number);
      (this.#words[at] as Words).keep(row, cells.start, cells.end);
    }
    this.#length++;
  }

  #key(): number {
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

  #grow(capacity: number): void {
    this.#starts = grown(this.#starts, new Int32Array(capacity));
    this.#transaction = grown(this.#transaction, new Float64Array(capacity));
    this.#amountCents = grown(this.#amountCents, new Float64Array(capacity));
    this.#day = grown(this.#day, new Int32Array(capacity));
    if (this.#columns.fee >= 0) this.#fee = grown(this.#fee, new Float64Array(capacity));
    if (this.#columns.tip >= 0) this.#tip = grown(this.#tip, new Float64Array(capacity));
    for (const words of this.#words) words.codes = grown(words.codes, new Int32Array(capacity));
    this.#capacity = capacity;
  }

  table(): ReportTable {
    const [bytes, starts] = [this.#bytes, this.#starts];
    const length = this.#length;
    const texts = new RowTexts(bytes, this.#layout, starts);
    return {
      length,
      transaction: this.#transaction.subarray(0, length),
      amountCents: this.#amountCents.subarray(0, length),
      day: this.#day.subarray(0, length),
      fee: this.#columns.fee < 0 ? undefined : this.#fee,
      tip: this.#columns.tip < 0 ? undefined : this.#tip,
      words: Object.fromEntries(this.#wordFields.map((field, at) => [field, this.#words[at]])),
      text: (row, field) => texts.at(row, columnOf(this.#layout, field)),
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
