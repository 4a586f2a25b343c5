import { sql } from 'kysely';
import { shiftDay } from '../../../src/domain/reconcile/business-day.js';
import type { Entry } from '../../../src/domain/reconcile/entry.js';
import type { Db, Tx } from '../../store/store.js';
import { sha256 } from '../fingerprint.js';
import type { Period } from './period.js';
import { present } from './present.js';
import type { ReportLine, ReportSide } from './report-lines.js';
import { STRANGERS_AT_ONCE } from './strangers.js';

/** Days on either side of the compared ones, so that a late batch is told from a missing payment. */
export const MARGIN_DAYS = 3;

const BOOKED = ['approved', 'charge-back-requested', 'charged-back'] as const;

/** Komet's payments on some days, a day at a time. Every one that moved or tried to move money on a card counts, both of a charge back. */
export async function* readKometLines(
  db: Db | Tx,
  { companyId, locationId, from, to }: Period,
): AsyncGenerator<readonly ReportLine[]> {
  for (let day = from; day <= to; day = shiftDay(day, 1)) {
    const rows = await selectLines(db, companyId)
      .where('payment.location_id', '=', locationId)
      .where('payment.date', '=', day)
      .execute();
    yield rows.map(toLine);
  }
}

/** Some payments, wherever they are dated. */
export async function readLinesOf(db: Db | Tx, companyId: string, ids: readonly string[]): Promise<ReportLine[]> {
  const rows = await selectLines(db, companyId)
    .where(sql<boolean>`payment.id = any(${ids}::text[])`)
    .execute();
  return rows.map(toLine);
}

/** The compared days with those around them. */
export const withMargin = (period: Period): Period => ({
  ...period,
  from: shiftDay(period.from, -MARGIN_DAYS),
  to: shiftDay(period.to, MARGIN_DAYS),
});

/**
 * The payments behind transactions that Komet's lines of the period and its margin don't have: those of other locations, and those
 * dated into other weeks.
 */
export async function* readPaymentsBehind(
  db: Db,
  period: Period,
  processor: ReportSide,
  strangers: readonly number[],
): AsyncGenerator<readonly ReportLine[]> {
  const around = withMargin(period);
  const isKnown = ({ day, locationId }: ReportLine) =>
    locationId === period.locationId && day >= around.from && day <= around.to;
  const found = new Set<string>();
  for (let at = 0; at < strangers.length; at += STRANGERS_AT_ONCE) {
    const lines = strangers.slice(at, at + STRANGERS_AT_ONCE).map((position) => processor.entry(position));
    const ids = lines.flatMap(({ transactionId = [] }) => transactionId);
    const orders = lines.flatMap(({ orderId = [] }) => orderId);
    const rows = await selectLines(db, period.companyId)
      .where(sql<boolean>`(payment.transaction_id = any(${ids}::text[]) or payment.id = any(${orders}::text[]))`)
      .execute();
    const behind = rows.map(toLine).filter((line) => !isKnown(line) && !found.has(line.id));
    for (const { id } of behind) found.add(id);
    yield behind;
  }
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

/** What counts for the compared days, as the closing must find it again, whatever order it is found in. */
export function fingerprintLines(lines: Iterable<Entry>, locationId: string): Promise<string> {
  const texts: string[] = [];
  for (const { id, kind, state, amountCents, transactionId = '', locationId: place } of lines) {
    // Whether a sale is voided or refunded may depend on what the processor shows.
    const what = kind === 'sale' ? 'sale' : 'reversal';
    if (place === locationId) texts.push([id, what, state, amountCents, transactionId].join('|'));
  }
  return sha256(texts.sort().join('\n'));
}
