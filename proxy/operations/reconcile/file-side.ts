import type { ReconciliationRequest } from '../../../src/contract/reconciliation.js';
import { readHeader } from '../../../src/domain/reconcile/batch-csv.js';
import { TRAIT } from '../../../src/domain/reconcile/columns.js';
import { repeatedTransactions } from '../../../src/domain/reconcile/repeated.js';
import { readReport } from '../../../src/domain/reconcile/report-file/read-report.js';
import { reportColumns, type ReportPlace } from '../../../src/domain/reconcile/report-file/report-entries.js';
import type { ReportFault } from '../../../src/domain/reconcile/report-file/report-table.js';
import { ProblemError } from '../../problem-error.js';
import type { ProcessorSide } from './processor-side.js';

type Upload = NonNullable<ReconciliationRequest['upload']>;

/**
 * The Virtual Terminal's Batch report as the processor's side. A file is read whole or refused with every place, line and column,
 * that can't be read.
 */
export function readFileSide({ csv, columns: mapping }: Upload, place: ReportPlace): ProcessorSide {
  const header = readHeader(csv);
  if (!header) throw unreadable([{ line: 1, column: '', message: 'There are no headings of a Batch report' }]);
  const layout = { ...header, mapping };
  const { table, faults } = readReport(new TextEncoder().encode(csv), layout);
  if (faults.length > 0) throw unreadable(faults);
  const { columns, rows, faults: unknown } = reportColumns(table, layout, place);
  if (unknown.length > 0) throw unreadable(unknown);
  if (rows.length > 0 && columns.traits.every((traits) => (traits & TRAIT.inRange) === 0)) {
    const line = table.line(rows[0] as number);
    throw unreadable([{ line, column: mapping.date ?? '', message: 'is of another day, as are all lines' }]);
  }
  const [repeated] = repeatedTransactions(columns);
  if (repeated) {
    const line = table.line(rows[repeated[1] as number] as number);
    throw unreadable([{ line, column: mapping.transactionId ?? '', message: 'stands there twice' }]);
  }
  return { side: columns, hasOpenBatch: false };
}

/** Only the place and what is wrong there: what stands in the cell stays in the file. */
function unreadable(faults: readonly ReportFault[]): ProblemError {
  const [first] = faults;
  return new ProblemError('invalid-request', {
    detail: first && `Line ${first.line}, column ${first.column}: ${first.message}`,
    errors: faults.map(({ line, column, message }) => ({ pointer: `/upload/csv/${line}/${column}`, message })),
  });
}
