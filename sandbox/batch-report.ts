import type { ReconciliationRequest } from '../src/contract/reconciliation.js';

const COLUMNS = {
  transactionId: 'Transaction ID',
  type: 'Type',
  status: 'Status',
  amount: 'Amount',
  date: 'Date',
  batchId: 'Batch',
  terminalId: 'Terminal',
};

/** A Batch report saved from the Virtual Terminal, of lines like `777,Sale,Approved,23.10,2026-11-20,8,T1`. */
export function batchReport(lines: readonly string[]): NonNullable<ReconciliationRequest['upload']> {
  const csv = `${[Object.values(COLUMNS).join(','), ...lines].join('\n')}\n`;
  return { fileName: 'batch.csv', csv, columns: COLUMNS };
}
