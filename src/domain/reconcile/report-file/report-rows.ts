import type { Entry } from '../entry.js';
import { int32Room } from '../room.js';
import type { ReportFault, ReportLayout, ReportTable, WordField } from './report-table.js';
import { kindOf, stateOf } from './report-words.js';

const MOST_FAULTS = 20;

/** What the rows of a report are, but for authorizations: these move no money by themselves. */
export interface ReportRows {
  /** The rows of the table, by position. */
  readonly rows: Int32Array;
  readonly kindOf: (row: number) => Entry['kind'];
  readonly stateOf: (row: number) => Entry['state'];
  /** The day the row counts for, `yyyymmdd`. */
  readonly dayOf: (row: number) => number;
  readonly faults: readonly ReportFault[];
}

/** Tells what each row is. A word that isn't known is a fault, never guessed. */
export function reportRows(table: ReportTable, layout: ReportLayout): ReportRows {
  const kindAt = lookUp(table, 'type', kindOf, kindOf(''));
  const stateAt = lookUp(table, 'status', stateOf, stateOf(''));
  const faults: ReportFault[] = [];
  const rows = int32Room(table.length);
  let count = 0;
  for (let row = 0; row < table.length && faults.length < MOST_FAULTS; row++) {
    const kind = kindAt(row);
    if (kind === 'authorization') continue;
    const wrong = wrongField(table, row, kind, stateAt(row));
    if (wrong) faults.push(faultOf(table, layout, row, wrong));
    else rows[count++] = row;
  }
  return {
    rows: rows.subarray(0, count),
    // A sale below zero gives money back.
    kindOf: (row) => {
      const kind = kindAt(row) as Entry['kind'];
      return kind === 'sale' && (table.amountCents[row] as number) < 0 ? 'refund' : kind;
    },
    stateOf: stateAt as ReportRows['stateOf'],
    dayOf: lastDays(table),
    faults,
  };
}

type WrongField = 'type' | 'status' | 'fee' | 'tip';

function wrongField(table: ReportTable, row: number, kind: unknown, state: unknown): WrongField | undefined {
  if (kind === undefined) return 'type';
  if (state === undefined) return 'status';
  if (Number.isNaN(table.fee?.[row])) return 'fee';
  return Number.isNaN(table.tip?.[row]) ? 'tip' : undefined;
}

function faultOf(table: ReportTable, { mapping }: ReportLayout, row: number, field: WrongField): ReportFault {
  const message = field === 'fee' || field === 'tip' ? 'is not an amount in dollars and cents' : 'is not known';
  return { line: table.line(row), column: mapping[field] ?? field, message };
}

/** What the word of each row means, read once for each word. */
export function lookUp<Meaning>(
  table: ReportTable,
  field: WordField,
  meaningOf: (text: string) => Meaning,
  absent: Meaning,
): (row: number) => Meaning {
  const words = table.words[field];
  if (!words) return () => absent;
  const { codes } = words;
  const meanings = words.texts.map(meaningOf);
  return (row) => meanings[codes[row] as number] as Meaning;
}

/** Where the report tells batches, a row counts on the last day its batch holds, as the batch was closed after it. */
function lastDays({ words, day, length }: ReportTable): (row: number) => number {
  const { batchId, terminalId } = words;
  if (!batchId) return (row) => day[row] as number;
  const { codes } = batchId;
  const none = batchId.texts.indexOf('');
  // Batch numbers start anew at every terminal.
  const batchOf = (row: number) => (terminalId?.codes[row] ?? 0) * batchId.texts.length + (codes[row] as number);
  const last: number[] = [];
  for (let row = 0; row < length; row++) {
    const batch = batchOf(row);
    if ((day[row] as number) > (last[batch] ?? 0)) last[batch] = day[row] as number;
  }
  return (row) => (codes[row] === none ? (day[row] as number) : (last[batchOf(row)] as number));
}
