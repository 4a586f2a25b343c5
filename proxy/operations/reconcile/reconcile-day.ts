import { sql } from 'kysely';
import {
  MOST_COMPARED_DAYS,
  type Reconciliation,
  type ReconciliationRequest,
} from '../../../src/contract/reconciliation.js';
import { shiftDay, wallClock } from '../../../src/domain/reconcile/business-day.js';
import { LocationCodes } from '../../../src/domain/reconcile/columns.js';
import type { Actor, Deps } from '../../deps.js';
import { brokenRule, ProblemError } from '../../problem-error.js';
import type { Tx } from '../../store/store.js';
import { once } from '../idempotency.js';
import { instant } from '../instants.js';
import { requireLocation, requireLocationRight } from '../scope.js';
import { findClosing } from './closed-days.js';
import { compareReports } from './compare.js';
import { readFileSide } from './file-side.js';
import { keepFindings } from './keep-findings.js';
import { askKomet, type KometBooks } from './komet-books.js';
import { fingerprintLines, readPaymentsBehind } from './komet-side.js';
import { keepMapping } from './mapping.js';
import { readProcessorSide, type ProcessorSide } from './processor-side.js';
import { withOwnOrders } from './own-orders.js';
import { linesInRange, ReportLines } from './report-lines.js';
import { asReturned } from './returned.js';
import { findRun, periodOf, requireRun, viewRun, type RunRow } from './run-rows.js';
import { strangersIn } from './strangers.js';

export interface ReconciliationAnswer {
  readonly run: Reconciliation;
  readonly replayed: boolean;
}

/** How long an answer waits for the comparison, unless told; after that it goes on behind it. */
const WAIT_SECONDS = 10;

/** Compares a day of a location, or several, with the processor (rule R-34). A closed day is not compared again: its run is answered. */
export function reconcileDay(deps: Deps) {
  return async (actor: Actor, key: string, request: ReconciliationRequest): Promise<ReconciliationAnswer> => {
    requireLocationRight(actor, 'reconcile');
    const { timeZone } = await requireLocation(deps, actor, request.locationId);
    const today = wallClock(timeZone, deps.clock()).day;
    requireComparable(request, today);
    const { upload, waitSeconds = WAIT_SECONDS, ...body } = request;
    const given = givenBy(request);
    const write = { operation: 'reconcile', key, body: { ...body, ...(upload && { file: upload }) } };
    const { value: id, replayed } = await once(deps)<string>(actor, write, async (tx) => {
      if (upload) await keepMapping(tx, actor.companyId, upload.columns);
      const { companyId } = actor;
      const { locationId, day, to = day } = request;
      const closed = to === day ? await findClosing(tx, { companyId, locationId }, day) : undefined;
      return closed ?? insertRun(deps, tx, actor, request, timeZone);
    });
    const run = await requireRun(deps, actor, id);
    if (!replayed && run.status === 'running') await atMost(waitSeconds * 1_000, runToEnd(deps, run, given));
    return { run: await viewRun(deps, await requireRun(deps, actor, id)), replayed };
  };
}

/** What the two sides share, and the processor's side where it was sent along. */
interface Given {
  readonly locations: LocationCodes;
  readonly upload?: ProcessorSide;
}

function givenBy({ locationId, day, to = day, upload }: ReconciliationRequest): Given {
  const locations = new LocationCodes();
  if (!upload) return { locations };
  return { locations, upload: readFileSide(upload, { locationId, range: { from: day, to }, locations }) };
}

function requireComparable({ day, to = day }: ReconciliationRequest, today: string): void {
  if (to < day || to >= shiftDay(day, MOST_COMPARED_DAYS)) {
    const message = `must be day, or at most ${MOST_COMPARED_DAYS - 1} days after it`;
    throw new ProblemError('invalid-request', { errors: [{ pointer: '/to', message }] });
  }
  if (to > today) throw brokenRule('date-in-future', `A day can be compared once it has begun; today is ${today}`);
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}

async function insertRun(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { locationId, day, to = day, upload }: ReconciliationRequest,
  timeZone: string,
): Promise<string> {
  const id = deps.newId();
  const now = instant(deps.clock());
  await tx
    .insertInto('reconciliation')
    .values({
      company_id: actor.companyId,
      id,
      location_id: locationId,
      day,
      last_day: to,
      time_zone: timeZone,
      status: 'running',
      file_name: upload ? upload.fileName : null,
      progress: null,
      failure: null,
      findings: null,
      komet_fingerprint: null,
      processor_fingerprint: null,
      reopenings: '[]',
      actor_id: actor.id,
      actor_name: actor.name,
      created_at: now,
      beat_at: now,
      closed_at: null,
      closed_by_id: null,
      closed_by_name: null,
    })
    .execute();
  return id;
}

class Cancelled extends Error {}

/** Never throws: what went wrong is kept with the run. */
async function runToEnd(deps: Deps, run: RunRow, given: Given): Promise<void> {
  try {
    await compareAndKeep(deps, run, given);
  } catch (error) {
    if (error instanceof Cancelled) return;
    const isRefused = error instanceof ProblemError;
    if (!isRefused)
      deps.log.error('reconciliation-failed', { companyId: run.company_id, runId: run.id, reason: String(error) });
    const failure = isRefused ? (error.members.rule ?? error.code) : 'internal-error';
    await moveRunning(deps, run, { status: 'failed', failure });
  }
}

async function compareAndKeep(deps: Deps, run: RunRow, { locations, upload }: Given): Promise<void> {
  const period = periodOf(run);
  const lines = new ReportLines(period, locations);
  const books = await askKomet(deps, period);
  for await (const day of books.lines(deps.store.db)) {
    day.forEach((line) => lines.add(line));
    await tell(deps, run, { stage: 'komet', done: lines.length });
  }
  for (const line of await books.findLost(deps)) lines.add(line);
  const { side, ...ending } = upload ?? (await readGateway(deps, run, locations, books));
  await tell(deps, run, { stage: 'matching', done: side.length });
  const { db } = deps.store;
  const strangers = strangersIn(side, lines.side());
  const processor = await withOwnOrders(db, run.company_id, side, strangers);
  for await (const behind of readPaymentsBehind(db, period, processor, strangers)) {
    behind.forEach((line) => lines.add(line));
  }
  const komet = asReturned(lines.side(), processor);
  const comparison = compareReports(komet, processor);
  await keepFindings(deps, run, {
    ...comparison,
    differences: comparison.differences.map((difference) => books.explain(difference)),
    ...ending,
    kometFingerprint: await fingerprintLines(linesInRange(komet), run.location_id),
    processorFingerprint: await fingerprintLines(linesInRange(processor), run.location_id),
  });
}

async function readGateway(
  deps: Deps,
  run: RunRow,
  locations: LocationCodes,
  books: KometBooks,
): Promise<ProcessorSide> {
  await tell(deps, run, { stage: 'transactions', done: 0 });
  return readProcessorSide(deps, {
    period: periodOf(run),
    timeZone: run.time_zone,
    madeAt: await momentsOf(deps, run, books.movedIds),
    locations,
    onPage: (seen) => tell(deps, run, { stage: 'transactions', ...seen }),
  });
}

async function momentsOf(deps: Deps, run: RunRow, movedIds: readonly string[]): Promise<string[]> {
  const rows = await deps.store.db
    .selectFrom('payment')
    .select('created_at')
    .where('company_id', '=', run.company_id)
    .where((eb) =>
      eb.or([
        eb.and([eb('location_id', '=', run.location_id), eb('date', '>=', run.day), eb('date', '<=', run.last_day)]),
        sql<boolean>`id = any(${movedIds}::text[])`,
      ]),
    )
    .execute();
  return rows.map((row) => row.created_at);
}

async function tell(deps: Deps, run: RunRow, progress: NonNullable<Reconciliation['progress']>): Promise<void> {
  if (!(await moveRunning(deps, run, { progress: JSON.stringify(progress) }))) throw new Cancelled();
}

/** False when the run is no longer running. */
async function moveRunning(
  deps: Deps,
  run: RunRow,
  move: { status?: 'failed' | 'cancelled'; failure?: string; progress?: string },
): Promise<boolean> {
  const moved = await deps.store.db
    .updateTable('reconciliation')
    .set({ ...move, beat_at: instant(deps.clock()) })
    .where('company_id', '=', run.company_id)
    .where('id', '=', run.id)
    .where('status', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return moved !== undefined;
}

/** Stops a run between two questions to the processor; one that is through stays as it is. */
export function cancelReconciliation(deps: Deps) {
  return async (actor: Actor, id: string): Promise<Reconciliation> => {
    const run = await requireRun(deps, actor, id);
    await moveRunning(deps, run, { status: 'cancelled' });
    return viewRun(deps, (await findRun(deps.store.db, actor.companyId, id)) ?? run);
  };
}
