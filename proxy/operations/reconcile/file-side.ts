import type { ReconciliationRequest } from '../../../src/contract/reconciliation.js';
import { readHeader } from '../../../src/domain/reconcile/batch-csv.js';
import { readReport } from '../../../src/domain/reconcile/report-file/read-report.js';
import type { ReportFault } from '../../../src/domain/reconcile/report-file/report-table.js';
import { reportEntries } from '../../../src/domain/reconcile/report-file/report-entries.js';
import { ProblemError } from '../../problem-error.js';
import type { ProcessorSide } from './processor-side.js';

type Upload = NonNullable<ReconciliationRequest['upload']>;

/**
 * The Virtual Terminal's Batch report as the processor's side. A file is read whole or refused with every place, line and column,
 * that can't be read.
 */
export function readFileSide({ csv, columns: mapping }: Upload, locationId: string): ProcessorSide {
  const header = readHeader(csv);
  if (!header) throw unreadable([{ line: 1, column: '', message: 'There are no headings of a Batch report' }]);
  const layout = { ...header, mapping };
  const { table, faults } = readReport(new TextEncoder().encode(csv), layout);
  if (faults.length > 0) throw unreadable(faults);
  const read = reportEntries(table, layout, locationId);
  if (read.faults.length > 0) throw unreadable(read.faults);
  const repeated = repeatedLine(read.entries.map(({ id }) => id));
  if (repeated !== undefined) {
    const fault = { line: table.line(repeated), column: mapping.transactionId ?? '', message: 'stands there twice' };
    throw unreadable([fault]);
  }
  return { lines: [...read.entries], hasOpenBatch: false };
}

function repeatedLine(ids: readonly string[]): number | undefined {
  const seen = new Set<string>();
  const at = ids.findIndex((id) => seen.size === seen.add(id).size);
  return at < 0 ? undefined : at;
}

/** Only the place and what is wrong there: what stands in the cell stays in the file. */
function unreadable(faults: readonly ReportFault[]): ProblemError {
  const [first] = faults;
  return new ProblemError('invalid-request', {
    detail: first && `Line ${first.line}, column ${first.column}: ${first.message}`,
    errors: faults.map(({ line, column, message }) => ({ pointer: `/upload/csv/${line}/${column}`, message })),
  });
}
