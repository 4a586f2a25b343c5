import type { ReportField } from '../../../contract/reconciliation-words.js';

/** A report as columns: what is compared as numbers, and where each text cell stands in the file's bytes. */
export interface ReportTable {
  readonly length: number;
  /** The transaction id as a number, or NaN when it is no plain one. */
  readonly transaction: Float64Array;
  readonly amountCents: Float64Array;
  /** `yyyymmdd`. */
  readonly day: Int32Array;
  /** The cell's text without quotes and outer spaces; undefined when it is empty or its column isn't mapped. */
  readonly text: (row: number, field: ReportField) => string | undefined;
  /** The cell as whole cents; 0 when it is empty, NaN when it is no amount. */
  readonly cents: (row: number, field: ReportField) => number;
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
