import type { Selectable } from 'kysely';
import type { Difference, Reconciliation } from '../../../src/contract/reconciliation.js';
import type { Actor, Deps } from '../../deps.js';
import type { Findings, ReconciliationTable } from '../../store/reconciliation-tables.js';
import type { Db, Tx } from '../../store/store.js';
import { mayUseLocation, notFound, requireLocationRight } from '../scope.js';
import type { Period } from './period.js';
import { readUnsettled } from './unsettled.js';

export type RunRow = Selectable<ReconciliationTable>;

/** A run that has not told how far it is for so long has lost its process. */
const SILENCE_MS = 2 * 60_000;

/** A run the session may see. */
export async function requireRun(deps: Deps, actor: Actor, id: string): Promise<RunRow> {
  requireLocationRight(actor, 'reconcile', 'reconcile:reopen');
  const run = await findRun(deps.store.db, actor.companyId, id);
  if (!run || !mayUseLocation(actor, run.location_id)) throw notFound();
  return run;
}

export function readReconciliation(deps: Deps) {
  return async (actor: Actor, id: string): Promise<Reconciliation> => viewRun(deps, await requireRun(deps, actor, id));
}

export function findRun(db: Db | Tx, companyId: string, id: string): Promise<RunRow | undefined> {
  return db
    .selectFrom('reconciliation')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The run as the contract shows it, with what is still undecided on its day. */
export async function viewRun(deps: Deps, run: RunRow): Promise<Reconciliation> {
  const { db } = deps.store;
  return {
    id: run.id,
    locationId: run.location_id,
    day: run.day,
    ...(run.last_day > run.day && { to: run.last_day }),
    timeZone: run.time_zone,
    source: run.file_name === null ? { kind: 'gateway' } : { kind: 'upload', fileName: run.file_name },
    cutOffs: { komet: '00:00' },
    ...(run.findings ? found(run, run.findings) : unfinished(deps, run)),
    differences: run.findings ? await readDifferences(db, run) : [],
    unsettled: run.status === 'closed' ? [] : await readUnsettled(db, periodOf(run)),
    ...closingOf(run),
    reopenings: run.reopenings,
  };
}

const found = ({ status }: RunRow, findings: Findings) => ({ status, ...findings });

function unfinished(deps: Deps, { status, failure, progress, beat_at: beat }: RunRow) {
  const isLost = status === 'running' && deps.clock() - Date.parse(beat) > SILENCE_MS;
  if (isLost) return { status: 'failed' as const, failure: 'internal-error' };
  return { status, ...(failure !== null && { failure }), ...(progress && { progress }) };
}

export const periodOf = (run: RunRow): Period => ({
  companyId: run.company_id,
  locationId: run.location_id,
  from: run.day,
  to: run.last_day,
});

function closingOf(run: RunRow): Pick<Reconciliation, 'closing'> {
  const { closed_at: at, closed_by_id: id, closed_by_name: name } = run;
  const { komet_fingerprint: kometFingerprint, processor_fingerprint: processorFingerprint } = run;
  if (run.status !== 'closed' || !at || !id || !kometFingerprint || !processorFingerprint) return {};
  return { closing: { at, by: { id, name: name ?? id }, kometFingerprint, processorFingerprint } };
}

export async function readDifferences(db: Db | Tx, run: RunRow): Promise<Difference[]> {
  const rows = await db
    .selectFrom('reconciliation_difference')
    .selectAll()
    .where('company_id', '=', run.company_id)
    .where('reconciliation_id', '=', run.id)
    .orderBy('index')
    .execute();
  return rows.map(({ members, note: text, note_by_id: id, note_by_name: name, note_at: at }) => ({
    ...members,
    ...(text !== null && id !== null && at !== null && { note: { text, at, by: { id, name: name ?? id } } }),
  }));
}
