import { sql } from 'kysely';
import type { ReconciliationEntry } from '../../../src/contract/reconciliation.js';
import { shiftDay } from '../../../src/domain/reconcile/business-day.js';
import { isInRange, type Entry } from '../../../src/domain/reconcile/entry.js';
import type { Db, Tx } from '../../store/store.js';
import { sha256 } from '../fingerprint.js';
import type { Period } from './period.js';
import { present } from './present.js';

/** A line of a report as the engine compares it, with what is shown beside it. */
export type ReportLine = Entry & Pick<ReconciliationEntry, 'paymentId' | 'controlNumber' | 'customerName'>;

/** Days on either side of the compared ones, so that a late batch is told from a missing payment. */
export const MARGIN_DAYS = 3;

const BOOKED = ['approved', 'charge-back-requested', 'charged-back'] as const;

/** Komet's payments around the compared days. Every one that moved or tried to move money on a card counts, both of a charge back. */
export async function readKometSide(db: Db | Tx, { companyId, locationId, from, to }: Period): Promise<ReportLine[]> {
  const rows = await selectLines(db, companyId)
    .where('payment.location_id', '=', locationId)
    .where('payment.date', '>=', shiftDay(from, -MARGIN_DAYS))
    .where('payment.date', '<=', shiftDay(to, MARGIN_DAYS))
    .execute();
  return rows.map(toLine);
}

const MOST_KEYS = 5_000;

/** The payments behind transactions that stand in no line yet: those of other locations, and those dated into other weeks. */
export async function readPaymentsBehind(
  db: Db,
  companyId: string,
  known: readonly ReportLine[],
  processor: readonly Entry[],
): Promise<ReportLine[]> {
  const transactions = new Set(known.map((line) => line.transactionId));
  const lines = new Set(known.map((line) => line.id));
  const strangers = processor.filter(
    ({ transactionId, orderId }) => !transactions.has(transactionId) && !lines.has(orderId ?? ''),
  );
  const found = new Map<string, ReportLine>();
  for (let at = 0; at < strangers.length; at += MOST_KEYS) {
    const chunk = strangers.slice(at, at + MOST_KEYS);
    const ids = chunk.flatMap(({ transactionId = [] }) => transactionId);
    const orders = chunk.flatMap(({ orderId = [] }) => orderId);
    const rows = await selectLines(db, companyId)
      .where(sql<boolean>`(payment.transaction_id = any(${ids}::text[]) or payment.id = any(${orders}::text[]))`)
      .execute();
    for (const row of rows) if (!lines.has(row.id)) found.set(row.id, toLine(row));
  }
  return [...found.values()];
}

function selectLines(db: Db | Tx, companyId: string) {
  return db
    .selectFrom('payment')
    .leftJoin('payment as original', (join) =>
      join.onRef('original.company_id', '=', 'payment.company_id').onRef('original.id', '=', 'payment.reversal_of_id'),
    )
    .leftJoin('gateway_attempt as sale', (join) =>
      join.onRef('sale.company_id', '=', 'payment.company_id').onRef('sale.id', '=', 'payment.id'),
    )
    .where('payment.company_id', '=', companyId)
    .where('payment.status', 'in', [...BOOKED, 'declined'])
    .where(sql<boolean>`payment.amount_cents + payment.fee_cents <> 0`)
    .select((eb) => [
      'payment.id',
      'payment.concept',
      'payment.status',
      'payment.date',
      'payment.location_id',
      'payment.control_number',
      'payment.customer_name',
      'payment.amount_cents',
      'payment.fee_cents',
      eb.fn.coalesce('payment.transaction_id', 'sale.transaction_id').as('transaction_id'),
      'payment.authorization_code',
      'payment.batch_id',
      'payment.card_brand',
      'payment.card_last4',
      'payment.terminal_id',
      'payment.money_back',
      'original.transaction_id as parent_id',
    ])
    .orderBy('payment.id');
}

type LineRow = Awaited<ReturnType<ReturnType<typeof selectLines>['execute']>>[number];

function toLine(row: LineRow): ReportLine {
  return {
    id: row.id,
    paymentId: row.id,
    kind: kindOf(row),
    state: row.status === 'declined' ? 'declined' : 'approved',
    amountCents: row.amount_cents + row.fee_cents,
    feeCents: row.fee_cents,
    tipCents: 0,
    day: row.date,
    locationId: row.location_id,
    customerName: row.customer_name,
    orderId: row.id,
    ...present({
      controlNumber: row.control_number,
      reference: row.control_number === null ? null : `#${row.control_number}`,
      transactionId: row.transaction_id,
      parentId: row.parent_id,
      authorizationCode: row.authorization_code,
      batchId: row.batch_id,
      brand: row.card_brand,
      last4: row.card_last4,
      terminalId: row.terminal_id,
    }),
  };
}

/** What was given back at the processor by somebody else counts as voided unless the processor shows a refund of it. */
function kindOf({ concept, money_back: moneyBack }: LineRow): Entry['kind'] {
  if (concept === 'payment') return 'sale';
  return moneyBack === 'void' || moneyBack === 'already-returned' ? 'void' : 'refund';
}

/** What counts for the compared days alone, as the closing must find it again. */
export function fingerprintLines(lines: readonly Entry[], period: Period): Promise<string> {
  const own = lines.filter((line) => isInRange(line, period) && line.locationId === period.locationId);
  const texts = own.map(({ id, kind, state, amountCents, transactionId = '' }) =>
    [id, kind, state, amountCents, transactionId].join('|'),
  );
  return sha256(texts.sort().join('\n'));
}
