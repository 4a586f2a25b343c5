import type { Entry } from '../entry.js';
import { int32Room } from '../room.js';
import type { ReportFault, ReportLayout, ReportTable, WordField } from './report-table.js';
import { kindOf, stateOf } from './report-words.js';

const MOST_FAULTS = 20;

/** What each word of a column means, and which word each row has. */
interface Meanings<Meaning> {
  readonly codes: Int32Array;
  readonly meanings: readonly Meaning[];
}

/** What the rows of a report are, but for authorizations: these move no money by themselves. */
export interface ReportRows {
  /** The rows of the table, by position. */
  readonly rows: Int32Array;
  readonly kinds: Meanings<ReturnType<typeof kindOf>>;
  readonly states: Meanings<ReturnType<typeof stateOf>>;
  readonly kindOf: (row: number) => Entry['kind'];
  readonly stateOf: (row: number) => Entry['state'];
  /** The day the row counts for, `yyyymmdd`. */
  readonly dayOf: (row: number) => number;
  readonly faults: readonly ReportFault[];
}

/** Tells what each row is. A word that isn't known is a fault, never guessed. */
export function reportRows(table: ReportTable, layout: ReportLayout): ReportRows {
  const kinds = meaningsIn(table, 'type', kindOf);
  const states = meaningsIn(table, 'status', stateOf);
  const { rows, faults } = wantedRows(table, layout, kinds, states);
  return {
    rows,
    kinds,
    states,
    // A sale below zero gives money back.
    kindOf: (row) => {
      const kind = kinds.meanings[kinds.codes[row] as number] as Entry['kind'];
      return kind === 'sale' && (table.amountCents[row] as number) < 0 ? 'refund' : kind;
    },
    stateOf: (row) => states.meanings[states.codes[row] as number] as Entry['state'],
    dayOf: lastDays(table),
    faults,
  };
}

/** All rows but authorizations, and what is wrong with them. */
function wantedRows(
  table: ReportTable,
  layout: ReportLayout,
  kinds: ReportRows['kinds'],
  states: ReportRows['states'],
): Pick<ReportRows, 'rows' | 'faults'> {
  const { length, fee, tip } = table;
  const rows = int32Room(length);
  const areWordsFine =
    kinds.meanings.every((kind) => kind && kind !== 'authorization') && states.meanings.every(Boolean);
  if (areWordsFine && !fee && !tip) {
    for (let row = 0; row < length; row++) rows[row] = row;
    return { rows, faults: [] };
  }
  const faults: ReportFault[] = [];
  let count = 0;
  for (let row = 0; row < length && faults.length < MOST_FAULTS; row++) {
    const kind = kinds.meanings[kinds.codes[row] as number];
    if (kind === 'authorization') continue;
    const wrong = wrongField(table, row, kind, states.meanings[states.codes[row] as number]);
    if (wrong) faults.push(faultOf(table, layout, row, wrong));
    else rows[count++] = row;
  }
  return { rows: rows.subarray(0, count), faults };
}

/** A column that the file does not have reads like one of empty cells. */
function meaningsIn<Meaning>(table: ReportTable, field: WordField, meaningOf: (text: string) => Meaning) {
  const { codes, texts } = table.words[field] ?? { codes: int32Room(table.length), texts: [''] };
  return { codes, meanings: texts.map(meaningOf) };
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

/** Where the report tells batches, a row counts on the last day its batch holds, as the batch was closed after it. */
function lastDays({ words, day, length }: ReportTable): (row: number) => number {
  const { batchId, terminalId } = words;
  if (!batchId) return (row) => day[row] as number;
  const { codes, texts } = batchId;
  const none = texts.indexOf('');
  // Batch numbers start anew at every terminal.
  const terminals = terminalId ?? { codes: int32Room(length), texts: [''] };
  const last: number[] = [];
  for (let row = 0; row < length; row++) {
    const batch = (terminals.codes[row] as number) * texts.length + (codes[row] as number);
    if ((day[row] as number) > (last[batch] ?? 0)) last[batch] = day[row] as number;
  }
  return (row) => {
    const code = codes[row] as number;
    if (code === none) return day[row] as number;
    return last[(terminals.codes[row] as number) * texts.length + code] as number;
  };
}
