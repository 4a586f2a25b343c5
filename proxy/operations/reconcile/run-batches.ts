import { sql } from 'kysely';
import type { ReconciledBatch } from '../../../src/contract/reconciliation.js';
import type { Actor, Deps } from '../../deps.js';
import { present } from './present.js';
import { requireRun, type RunRow } from './run-rows.js';

/** The batch of a group: the processor's, else the one Komet was told when it charged. */
export const batchIdOf = sql<string | null>`coalesce(entries #>> '{processor,batchId}', entries #>> '{komet,batchId}')`;
export const terminalIdOf = sql<string | null>`entries #>> '{processor,terminalId}'`;

/**
 * The batches of a comparison with what each side has in them. A line that only Komet has names no terminal: it is counted with the
 * batch of its number where one terminal alone has such a batch.
 */
export function listReconciledBatches(deps: Deps) {
  return async (actor: Actor, id: string): Promise<{ batches: ReconciledBatch[] }> => {
    const run = await requireRun(deps, actor, id);
    const terminal = sql<string | null>`case when ${batchIdOf} is not null then ${terminalIdOf} end`;
    // The offset keeps the entries themselves out of what is sorted.
    const lines = deps.store.db
      .selectFrom('reconciliation_group')
      .select([batchIdOf.as('batchId'), terminal.as('terminalId')])
      .select([movedCents(run, 'komet').as('komet'), movedCents(run, 'processor').as('processor')])
      .where('company_id', '=', run.company_id)
      .where('reconciliation_id', '=', run.id)
      .offset(0);
    const rows = await deps.store.db
      .selectFrom(lines.as('line'))
      .select(['batchId', 'terminalId', sql<number>`count(*)::int`.as('count')])
      .select([
        sql<number>`coalesce(sum(komet), 0)::bigint`.as('kometCents'),
        sql<number>`coalesce(sum(processor), 0)::bigint`.as('processorCents'),
      ])
      .groupBy(['batchId', 'terminalId'])
      .execute();
    const batches = rows.map(({ batchId, terminalId, ...sums }) => ({ ...present({ batchId, terminalId }), ...sums }));
    return { batches: joined(batches).sort(byNumber) };
  };
}

/** What a line adds to the total of a side, as `contributionCents` has it, of the compared days. */
const movedCents = ({ day, last_day: last }: RunRow, side: 'komet' | 'processor') => {
  const member = (name: string) => sql`entries #>> ${sql.lit(`{${side},${name}}`)}`;
  return sql<number | null>`case when ${member('state')} = 'approved' and ${member('day')} between ${day} and ${last}
    then (${member('amountCents')})::bigint end`;
};

function joined(batches: readonly ReconciledBatch[]): ReconciledBatch[] {
  const homeOf = ({ batchId, terminalId }: ReconciledBatch) => {
    if (batchId === undefined || terminalId !== undefined) return undefined;
    const same = batches.filter((one) => one.batchId === batchId && one.terminalId !== undefined);
    return same.length === 1 ? same[0] : undefined;
  };
  return batches
    .filter((batch) => !homeOf(batch))
    .map((batch) => batches.filter((one) => homeOf(one) === batch).reduce(sumOf, batch));
}

/** What stands in no batch comes last. */
const byNumber = (a: ReconciledBatch, b: ReconciledBatch): number =>
  Number(a.batchId === undefined) - Number(b.batchId === undefined) ||
  (a.batchId ?? '').localeCompare(b.batchId ?? '', 'en', { numeric: true }) ||
  (a.terminalId ?? '').localeCompare(b.terminalId ?? '');

const sumOf = (batch: ReconciledBatch, { count, kometCents, processorCents }: ReconciledBatch): ReconciledBatch => ({
  ...batch,
  count: batch.count + count,
  kometCents: batch.kometCents + kometCents,
  processorCents: batch.processorCents + processorCents,
});
