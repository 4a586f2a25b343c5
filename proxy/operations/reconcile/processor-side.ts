import { businessDay, shiftDay, wallClock } from '../../../src/domain/reconcile/business-day.js';
import type { LocationCodes } from '../../../src/domain/reconcile/columns.js';
import { isInRange } from '../../../src/domain/reconcile/entry.js';
import type { Deps } from '../../deps.js';
import type { GatewayBatch, GatewayTransaction, MerchantAccount, Seen } from '../../gateway/port.js';
import { brokenRule, ProblemError } from '../../problem-error.js';
import { instant } from '../instants.js';
import { openAccount, requireReadyAccount } from '../merchant-accounts.js';
import { closingDay, later } from './batch-day.js';
import { MARGIN_DAYS } from './komet-side.js';
import type { Period } from './period.js';
import { latestOfEach } from './latest-of-each.js';
import { present } from './present.js';
import { ReportLines, type ReportLine, type ReportSide } from './report-lines.js';

/** The gateway keeps 90 days, and is asked for some days around the compared one. */
const REACH_DAYS = 84;

const DAY_MS = 86_400_000;

export interface ProcessorSide {
  readonly side: ReportSide;
  readonly cutOff?: string;
  readonly hasOpenBatch: boolean;
}

export interface Reading {
  readonly period: Period;
  readonly timeZone: string;
  /** Instants of Komet's payments of these days: one that was dated into another week is looked for where it was made. */
  readonly madeAt: readonly string[];
  readonly locations: LocationCodes;
  /** Told after each page that was read; throws when the run is to stop. */
  readonly onPage: (seen: Seen) => Promise<void>;
}

/** The transactions around the compared days at all terminals of a location, each on the day its batch counts for. */
export async function readProcessorSide(deps: Deps, reading: Reading): Promise<ProcessorSide> {
  const { period, timeZone } = reading;
  const { companyId, locationId } = period;
  const now = deps.clock();
  requireKept(deps, timeZone, period.from);
  const account = await openAccount(deps, await requireReadyAccount(deps, { companyId, locationId }));
  const from = Date.parse(`${shiftDay(period.from, -MARGIN_DAYS)}T00:00:00Z`);
  const to = Math.min(now, Date.parse(`${shiftDay(period.to, MARGIN_DAYS + 2)}T12:00:00Z`));
  const batches = await readBatches(deps, account, { from, to: Math.min(now, to + MARGIN_DAYS * DAY_MS) });
  const places = await readPlaces(deps, companyId);
  const days = new BatchDays(batches, timeZone, now);
  const lines = new ReportLines(period, reading.locations);
  let hasOpenBatch = false;
  await forEachTransaction(deps, account, { ...reading, from, to }, (transaction) => {
    const line = toLine(transaction, { days, places, locationId });
    if (!line) return;
    lines.add(line);
    hasOpenBatch ||= isInRange(line, period) && days.isOpen(line.batchId);
  });
  return { side: latestOfEach(lines.side()), hasOpenBatch, ...present({ cutOff: days.cutOffOf(period.to) }) };
}

/** Refuses a day that the processor no longer keeps. */
export function requireKept(deps: Deps, timeZone: string, day: string): void {
  if (shiftDay(day, REACH_DAYS) >= wallClock(timeZone, deps.clock()).day) return;
  throw brokenRule('report-too-old', `The processor keeps 90 days; ${day} can be compared with its saved report only`);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

async function forEachTransaction(
  deps: Deps,
  account: MerchantAccount,
  { from, to, madeAt, onPage }: Span & Reading,
  visit: (transaction: GatewayTransaction) => void,
): Promise<void> {
  const spans: Span[] = [{ from, to }];
  const oldest = deps.clock() - REACH_DAYS * DAY_MS;
  const elsewhere = madeAt.map((at) => Date.parse(at)).filter((at) => (at < from || at > to) && at > oldest);
  for (const day of new Set(elsewhere.map((at) => Math.floor(at / DAY_MS)))) {
    spans.push({ from: day * DAY_MS, to: (day + 1) * DAY_MS });
  }
  for (const span of spans) {
    const range = { from: instant(span.from), to: instant(span.to) };
    const answer = await deps.gateway.listTransactions(account, range, async (transactions, seen) => {
      transactions.forEach(visit);
      await onPage(seen);
    });
    if (answer.kind === 'failed') throw new ProblemError('gateway-unreachable');
  }
}

export async function readBatches(
  deps: Deps,
  account: MerchantAccount,
  { from, to }: Span,
): Promise<readonly GatewayBatch[]> {
  const answer = await deps.gateway.listBatches(account, { from: instant(from), to: instant(to) });
  if (answer.kind === 'failed') throw new ProblemError('gateway-unreachable');
  return answer.batches;
}

type Places = ReadonlyMap<string, string>;

/** Which location each of the processor's terminals stands at. */
export async function readPlaces(deps: Deps, companyId: string): Promise<Places> {
  const rows = await deps.store.db
    .selectFrom('merchant_account')
    .select(['merchant_id', 'merchant_terminal_id', 'location_id'])
    .where('company_id', '=', companyId)
    .where('merchant_terminal_id', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [`${row.merchant_id ?? ''}/${row.merchant_terminal_id ?? ''}`, row.location_id]));
}

/** Finds the batch of a transaction and the day it counts for. Batch numbers start anew at every terminal. */
class BatchDays {
  readonly #batches: readonly GatewayBatch[];
  readonly #timeZone: string;
  readonly #now: number;
  readonly #byId = new Map<string, GatewayBatch[]>();

  constructor(batches: readonly GatewayBatch[], timeZone: string, now: number) {
    this.#batches = batches;
    this.#timeZone = timeZone;
    this.#now = now;
    for (const batch of batches) this.#byId.set(batch.id, [...(this.#byId.get(batch.id) ?? []), batch]);
  }

  of(transaction: GatewayTransaction): GatewayBatch | undefined {
    const named = transaction.batchId === undefined ? [] : (this.#byId.get(transaction.batchId) ?? []);
    if (named.length < 2 || transaction.createdAt === undefined) return named[0];
    const { createdAt } = transaction;
    return named.find(
      ({ openedAt = createdAt, closedAt = createdAt }) => openedAt <= createdAt && createdAt <= closedAt,
    );
  }

  /** What stands in an open batch counts on the day it could be closed at the earliest, and never before it was made. */
  dayOf({ createdAt, voided, result }: GatewayTransaction, batch: GatewayBatch | undefined): string {
    const made = wallClock(this.#timeZone, createdAt === undefined ? this.#now : Date.parse(createdAt)).day;
    if (voided || result !== 'approved' || batch === undefined) return made;
    return closingDay(batch, this.#timeZone) ?? later(businessDay(this.#timeZone, this.#now), made);
  }

  /** When the last batch of a day was closed, `HH:MM`. */
  cutOffOf(day: string): string | undefined {
    const last = this.#batches.filter((batch) => closingDay(batch, this.#timeZone) === day).at(-1)?.closedAt;
    return last === undefined ? undefined : wallClock(this.#timeZone, Date.parse(last)).time;
  }

  isOpen(batchId: string | undefined): boolean {
    return this.#batches.some(({ id, status }) => id === batchId && status !== 'closed');
  }
}

interface Around {
  readonly days: BatchDays;
  readonly places: Places;
  readonly locationId: string;
}

/** Undefined for what never moves money by itself: an authorization that was not captured. */
function toLine(transaction: GatewayTransaction, { days, places, locationId }: Around): ReportLine | undefined {
  const { id, type, orderId, parentId, authorizationCode, batchId, brand, last4, feeCents, tipCents } = transaction;
  if (type === 'auth') return undefined;
  const kind = kindOf(type);
  const batch = days.of(transaction);
  return {
    id,
    transactionId: id,
    kind,
    state: stateOf(transaction),
    amountCents: SIGNS[kind] * (transaction.amountCents + feeCents) || 0,
    feeCents: SIGNS[kind] * feeCents || 0,
    tipCents: SIGNS[kind] * tipCents || 0,
    day: days.dayOf(transaction, batch),
    locationId: placeOf(batch, places) ?? locationId,
    ...present({ orderId, parentId, authorizationCode, batchId, brand, last4, terminalId: batch?.terminalId }),
  };
}

const SIGNS = { sale: 1, refund: -1, void: 0 } as const;

function kindOf(type: GatewayTransaction['type']): ReportLine['kind'] {
  if (type === 'void') return 'void';
  return type === 'refund' || type === 'unmatched-refund' ? 'refund' : 'sale';
}

export const placeOf = (batch: GatewayBatch | undefined, places: Places): string | undefined =>
  batch && places.get(`${batch.merchantId ?? ''}/${batch.terminalId ?? ''}`);

function stateOf({ result, voided }: GatewayTransaction): ReportLine['state'] {
  if (result !== 'approved') return 'declined';
  return voided ? 'voided' : 'approved';
}
