import type { Entry } from '../../src/domain/reconcile/entry.js';
import { entriesOf } from './given-reports.js';

const HEADINGS =
  'Transaction ID,Order ID,Invoice,Type,Status,Amount,Settled,Batch,Terminal,Card Type,Last 4,Auth Code\r\n';
const STATES = { approved: 'Approved', declined: 'Declined', voided: 'Voided' } as const;

/** The processor's report of so many payments as the Virtual Terminal exports it. */
export function csvOf(payments: number): Uint8Array {
  const lines = entriesOf('processor', payments).map(lineOf);
  return new TextEncoder().encode(HEADINGS + lines.join(''));
}

function lineOf({ kind, state, amountCents, day, batchId, terminalId, last4, ...entry }: Entry): string {
  const amount = (Math.abs(amountCents) / 100).toFixed(2);
  const cells = [entry.transactionId, entry.orderId, entry.reference, kind.toUpperCase(), STATES[state], amount, day];
  return `${[...cells, batchId, terminalId, 'VISA', last4, entry.authorizationCode].join(',')}\r\n`;
}

/** What a reading is known by, whoever made it. */
export interface CsvSummary {
  readonly rows: number;
  /** Of all rows, whatever their sign. */
  readonly cents: number;
}

export function summaryOf({ length, amountCents }: { length: number; amountCents: Float64Array }): CsvSummary {
  return { rows: length, cents: amountCents.reduce((sum, cents) => sum + Math.abs(cents), 0) };
}
