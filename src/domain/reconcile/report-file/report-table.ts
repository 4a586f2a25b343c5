import type { ReportField } from '../../../contract/reconciliation-words.js';

/** Columns in which the same few texts stand again and again. */
export const WORD_FIELDS = ['type', 'status', 'batchId', 'terminalId'] as const;
export type WordField = (typeof WORD_FIELDS)[number];

/** The texts of such a column, and which of them each row has. */
export interface WordColumn {
  readonly codes: Int32Array;
  readonly texts: readonly string[];
}

/** A report as columns: what is compared as numbers, and where each line begins in the file's bytes. */
export interface ReportTable {
  readonly length: number;
  /** `keyOfText` of the transaction id. */
  readonly transaction: Float64Array;
  readonly amountCents: Float64Array;
  /** `yyyymmdd`. */
  readonly day: Int32Array;
  /** Whole cents, 0 where the cell is empty, NaN where it is no amount; undefined when the column isn't mapped. */
  readonly fee: Float64Array | undefined;
  readonly tip: Float64Array | undefined;
  /** Only of columns that are mapped. */
  readonly words: Readonly<Partial<Record<WordField, WordColumn>>>;
  /** The cell's text without quotes and outer spaces; undefined when it is empty or its column isn't mapped. */
  readonly text: (row: number, field: ReportField) => string | undefined;
  /** The line of the file a row begins at, counted from 1. */
  readonly line: (row: number) => number;
}

/** What can't be read, and where. */
export interface ReportFault {
  readonly line: number;
  readonly column: string;
  readonly message: string;
}

export interface ReportLayout {
  readonly delimiter: string;
  /** The headings as they stand in the file, and the line they stand at. */
  readonly columns: readonly string[];
  readonly line: number;
  /** Which heading holds what. */
  readonly mapping: Partial<Record<ReportField, string>>;
}
