import assert from 'node:assert/strict';
import { guessColumns, readHeader } from '../../src/domain/reconcile/batch-csv.js';
import { LocationCodes } from '../../src/domain/reconcile/columns.js';
import { readReport } from '../../src/domain/reconcile/report-file/read-report.js';
import { reportColumns } from '../../src/domain/reconcile/report-file/report-entries.js';

export const range = { from: '2026-11-20', to: '2026-11-20' };

/** Reads a Batch report of Miami whose columns are guessed; `entries` are all of its columns' entries. */
export function readCsv(csv: string) {
  const header = readHeader(csv);
  assert.ok(header);
  const layout = { ...header, mapping: guessColumns(header.columns) };
  const { table, faults: notRead } = readReport(new TextEncoder().encode(csv), layout);
  const place = { locationId: 'miami', range, locations: new LocationCodes() };
  const { columns, faults: unknown } = reportColumns(table, layout, place);
  const entries = Array.from({ length: columns.length }, (_, position) => columns.entry(position));
  return { columns, entries, faults: [...notRead, ...unknown] };
}
