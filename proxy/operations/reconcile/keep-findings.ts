import type { Insertable } from 'kysely';
import type { Deps } from '../../deps.js';
import type { ReconciliationDifferenceTable, ReconciliationGroupTable } from '../../store/reconciliation-tables.js';
import type { Tx } from '../../store/store.js';
import { instant } from '../instants.js';
import { dayClosed, findClosing, holdBooks } from './closed-days.js';
import type { Comparison } from './compare.js';
import { periodOf, readDifferences, type RunRow } from './run-rows.js';

export interface Found extends Comparison {
  readonly cutOff?: string | undefined;
  readonly hasOpenBatch: boolean;
  readonly kometFingerprint: string;
  readonly processorFingerprint: string;
}

const ROWS_AT_ONCE = 1_000;

/**
 * Keeps what a run found and takes over the notes that were written on the same differences before. Entries of earlier runs of the same days
 * go, unless a day was ever closed with them. False when the run was cancelled meanwhile.
 * @throws ProblemError rule `day-closed` when somebody closed the day meanwhile, with another run
 */
export function keepFindings(deps: Deps, run: RunRow, found: Found): Promise<boolean> {
  return deps.store.transaction(async (tx) => {
    const period = periodOf(run);
    await holdBooks(tx, period, 'share');
    if (run.last_day === run.day && (await findClosing(tx, period, run.day))) throw dayClosed(run.day);
    const { cutOff: processor, hasOpenBatch, findings } = found;
    const cutOffs = { komet: '00:00', ...(processor !== undefined && { processor }) };
    const updated = await tx
      .updateTable('reconciliation')
      .set({
        status: 'ready',
        findings: JSON.stringify({ ...findings, cutOffs, hasOpenBatch }),
        komet_fingerprint: found.kometFingerprint,
        processor_fingerprint: found.processorFingerprint,
        beat_at: instant(deps.clock()),
        progress: null,
      })
      .where('company_id', '=', run.company_id)
      .where('id', '=', run.id)
      .where('status', '=', 'running')
      .returning('id')
      .executeTakeFirst();
    if (!updated) return false;
    const earlier = await earlierRuns(tx, run);
    await insertGroups(tx, run, found);
    await insertDifferences(tx, run, found, await notesOf(tx, earlier[0]));
    await dropEntries(tx, run, earlier);
    return true;
  });
}

function earlierRuns(tx: Tx, run: RunRow): Promise<RunRow[]> {
  return tx
    .selectFrom('reconciliation')
    .selectAll()
    .where('company_id', '=', run.company_id)
    .where('location_id', '=', run.location_id)
    .where('day', '=', run.day)
    .where('last_day', '=', run.last_day)
    .where('id', '<>', run.id)
    .where('status', '=', 'ready')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

async function insertGroups(tx: Tx, run: RunRow, { groups }: Found): Promise<void> {
  let rows: Insertable<ReconciliationGroupTable>[] = [];
  const flush = async () => {
    if (rows.length > 0) await tx.insertInto('reconciliation_group').values(rows).execute();
    rows = [];
  };
  for (const group of groups()) {
    const entries = JSON.stringify(group);
    rows.push({ company_id: run.company_id, reconciliation_id: run.id, index: group.index, entries });
    if (rows.length === ROWS_AT_ONCE) await flush();
  }
  await flush();
}

type Notes = ReadonlyMap<string, { text: string; by: { id: string; name: string }; at: string }>;

async function notesOf(tx: Tx, earlier: RunRow | undefined): Promise<Notes> {
  const differences = earlier ? await readDifferences(tx, earlier) : [];
  return new Map(differences.flatMap(({ id, note }) => (note ? [[id, note] as const] : [])));
}

async function insertDifferences(tx: Tx, run: RunRow, { differences }: Found, notes: Notes): Promise<void> {
  const rows = differences.map((difference, index): Insertable<ReconciliationDifferenceTable> => {
    const note = notes.get(difference.id);
    return {
      company_id: run.company_id,
      reconciliation_id: run.id,
      id: difference.id,
      index,
      members: JSON.stringify(difference),
      note: note?.text ?? null,
      note_by_id: note?.by.id ?? null,
      note_by_name: note?.by.name ?? null,
      note_at: note?.at ?? null,
    };
  });
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx
      .insertInto('reconciliation_difference')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute();
  }
}

async function dropEntries(tx: Tx, run: RunRow, earlier: readonly RunRow[]): Promise<void> {
  const ids = earlier.filter(({ closed_at: closedAt }) => closedAt === null).map(({ id }) => id);
  if (ids.length === 0) return;
  for (const table of ['reconciliation_group', 'reconciliation_difference'] as const) {
    await tx.deleteFrom(table).where('company_id', '=', run.company_id).where('reconciliation_id', 'in', ids).execute();
  }
  await tx.deleteFrom('reconciliation').where('company_id', '=', run.company_id).where('id', 'in', ids).execute();
}
