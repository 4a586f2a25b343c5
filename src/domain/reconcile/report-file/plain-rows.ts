import type { ReportField } from '../../../contract/reconciliation-words.js';
import { PlainCells } from './plain-cells.js';
import { WORD_FIELDS, type ReportLayout } from './report-table.js';
import type { Rows } from './rows.js';
import type { Words } from './words.js';

/** What is read of a row. */
const STEPS = ['transactionId', 'amount', 'date', 'fee', 'tip', ...WORD_FIELDS] as const;
const FIRST_WORD = STEPS.length - WORD_FIELDS.length;

const NEWLINE = 10;

/** Reads rows that are written the plain way, which most are: their bytes are looked at once. */
export class PlainRows {
  readonly #cells: PlainCells;
  /** The number of a step in `STEPS`, or less than 0 the count of columns that are passed over. */
  readonly #steps: readonly number[];
  readonly #lastLine: number;

  constructor(
    bytes: Uint8Array,
    { delimiter, columns }: ReportLayout,
    { columns: columnOf, decimal }: { columns: Readonly<Record<ReportField, number>>; decimal: number },
  ) {
    this.#cells = new PlainCells(bytes, delimiter.charCodeAt(0), decimal);
    const steps = columns.map((_, column) => STEPS.findIndex((field) => columnOf[field] === column));
    const isShared = STEPS.some((field, step) => columnOf[field] >= 0 && steps[columnOf[field]] !== step);
    this.#lastLine = isShared ? -1 : bytes.lastIndexOf(NEWLINE);
    this.#steps = joined(steps);
  }

  /** Adds the row that begins there and tells where the next one does; 0 where it is written otherwise, and nothing was added. */
  read(start: number, rows: Rows): number {
    if (start > this.#lastLine) return 0;
    const cells = this.#cells;
    const steps = this.#steps;
    cells.at = start;
    const last = steps.length - 1;
    for (let at = 0; at <= last; at++) {
      if (!this.#take(steps[at] as number, rows)) return 0;
      if (!(at < last ? cells.next() : cells.nextLine())) return 0;
    }
    rows.starts[rows.length++] = start;
    return cells.at;
  }

  #take(step: number, rows: Rows): boolean {
    const row = rows.length;
    const cells = this.#cells;
    switch (step) {
      case 0:
        return isNumber((rows.transaction[row] = cells.digits()));
      case 1:
        return isNumber((rows.amountCents[row] = cells.cents()));
      case 2:
        return this.#takeDay(rows, row);
      case 3:
        return isNumber((rows.fee[row] = cells.centsOrNone()));
      case 4:
        return isNumber((rows.tip[row] = cells.centsOrNone()));
      default:
        return step < 0 ? cells.skip(-step) : cells.word(rows.wordsOf[step - FIRST_WORD] as Words, row);
    }
  }

  #takeDay(rows: Rows, row: number): boolean {
    const day = this.#cells.day();
    rows.day[row] = day;
    return isNumber(day);
  }
}

/** Neighbours that are passed over as one step. */
function joined(steps: readonly number[]): number[] {
  const found: number[] = [];
  for (const step of steps) {
    const before = found.at(-1);
    if (step < 0 && before !== undefined && before < 0) found[found.length - 1] = before - 1;
    else found.push(step);
  }
  return found;
}

const isNumber = (value: number): boolean => value === value;
