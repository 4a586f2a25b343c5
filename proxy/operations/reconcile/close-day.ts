import { isInRange } from '../../../src/domain/reconcile/entry.js';
import type { Actor, Deps } from '../../deps.js';
import { brokenRule, type ProblemError } from '../../problem-error.js';
import type { Tx } from '../../store/store.js';
import { recordEvent } from '../events.js';
import { once } from '../idempotency.js';
import { instant } from '../instants.js';
import { requireLocationRight } from '../scope.js';
import { dayClosed, findClosing, holdBooks } from './closed-days.js';
import { askKomet, type KometBooks } from './komet-books.js';
import { fingerprintLines } from './komet-side.js';
import type { ReportLine } from './report-lines.js';
import type { ReconciliationAnswer } from './reconcile-day.js';
import { findRun, periodOf, readDifferences, requireRun, viewRun, type RunRow } from './run-rows.js';
import { readUnsettled } from './unsettled.js';

export interface Closing {
  readonly key: string;
  readonly id: string;
  /** What the clerk saw as the deposit. */
  readonly depositCents: number;
}

/**
 * Closes a day that is in balance or explained, and locks it. Nothing can be dated into it from then on, and since a day with a
 * payment whose outcome is open isn't closed, nothing that was can still be approved.
 */
export function closeDay(deps: Deps) {
  return async (actor: Actor, { key, id, depositCents }: Closing): Promise<ReconciliationAnswer> => {
    requireLocationRight(actor, 'reconcile');
    const place = await requireRun(deps, actor, id);
    const request = { operation: 'close-day', key, body: { id, depositCents } };
    const books = place.status === 'ready' ? await askKomet(deps, periodOf(place)) : undefined;
    const { replayed } = await once(deps)(actor, request, (tx) =>
      lockDay(deps, tx, actor, place, { depositCents, books }),
    );
    return { run: await viewRun(deps, await requireRun(deps, actor, id)), replayed };
  };
}

interface Seen {
  readonly depositCents: number;
  /** Undefined when there was nothing to close. */
  readonly books: KometBooks | undefined;
}

async function lockDay(deps: Deps, tx: Tx, actor: Actor, place: RunRow, seen: Seen): Promise<void> {
  const { id } = place;
  const { depositCents } = seen;
  await holdBooks(tx, periodOf(place), 'update');
  const run = (await findRun(tx, actor.companyId, id)) ?? place;
  await refuseClosing(tx, run, seen);
  const at = instant(deps.clock());
  const members = { company_id: actor.companyId, location_id: run.location_id, day: run.day, reconciliation_id: id };
  await tx.insertInto('closed_day').values(members).execute();
  await tx
    .updateTable('reconciliation')
    .set({ status: 'closed', closed_at: at, closed_by_id: actor.id, closed_by_name: actor.name })
    .where('company_id', '=', actor.companyId)
    .where('id', '=', id)
    .execute();
  await recordEvent(tx, {
    companyId: actor.companyId,
    at,
    actorId: actor.id,
    action: 'day-closed',
    entityId: id,
    members: {
      locationId: run.location_id,
      day: run.day,
      depositCents,
      offCents: run.findings?.offCents ?? 0,
      kometFingerprint: run.komet_fingerprint,
      processorFingerprint: run.processor_fingerprint,
      notes: (await readDifferences(tx, run)).map(({ id: differenceId, note }) => ({ differenceId, note: note?.text })),
    },
  });
}

/** Looks under the lock of the books, where nobody can date anything into the day any more. */
async function refuseClosing(tx: Tx, run: RunRow, { depositCents, books }: Seen): Promise<void> {
  if (await findClosing(tx, periodOf(run), run.day)) throw dayClosed(run.day);
  if (run.last_day > run.day) throw brokenRule('range-not-closable', 'Days are closed one by one');
  if (run.status !== 'ready' || run.findings?.deposit.cents !== depositCents || !books) throw changed(run.day);
  if ((await fingerprintKomet(tx, run, books)) !== run.komet_fingerprint) throw changed(run.day);
  await refuseUnsettled(tx, run);
  if (run.findings.hasOpenBatch) {
    throw brokenRule('batch-not-closed', `A batch of ${run.day} is still open at the processor`);
  }
  const unexplained = (await readDifferences(tx, run)).filter(({ note }) => !note);
  if (unexplained.length === 0) return;
  throw brokenRule('difference-unexplained', `${unexplained.length} of the differences have no explanation yet`);
}

async function refuseUnsettled(tx: Tx, run: RunRow): Promise<void> {
  const [unsettled] = await readUnsettled(tx, periodOf(run));
  if (!unsettled) return;
  const { paymentId, waitsFor } = unsettled;
  const items = [{ id: paymentId, paymentId }];
  if (waitsFor === 'komet') {
    throw brokenRule('posting-under-way', `A payment of ${run.day} has not reached Komet's books yet`, { items });
  }
  throw brokenRule('payments-under-way', `The outcome of a payment of ${run.day} is not known yet`, { items });
}

async function fingerprintKomet(tx: Tx, run: RunRow, books: KometBooks): Promise<string> {
  const period = periodOf(run);
  const lines: ReportLine[] = [];
  for await (const some of books.lines(tx)) {
    for (const line of some) if (isInRange(line, period)) lines.push(line);
  }
  return fingerprintLines(lines, run.location_id);
}

const changed = (day: string): ProblemError =>
  brokenRule('report-changed', `The payments of ${day} changed since they were compared; compare the day again`);
