import { sql, type Expression, type SqlBool } from 'kysely';
import type { GroupPage, GroupQuery } from '../../../src/contract/reconciliation.js';
import { DIFFERENCE_KINDS } from '../../../src/contract/reconciliation-words.js';
import type { Actor, Deps } from '../../deps.js';
import { batchIdOf, terminalIdOf } from './run-batches.js';
import { requireRun, type RunRow } from './run-rows.js';

const MOST_GROUPS = 5_000;

/** The entries of both sides, aligned, a page at a time. */
export function listGroups(deps: Deps) {
  return async (actor: Actor, id: string, query: GroupQuery): Promise<GroupPage> => {
    const run = await requireRun(deps, actor, id);
    const limit = Math.min(Math.max(Number(query.limit ?? MOST_GROUPS), 1), MOST_GROUPS);
    const offset = Number(query.offset ?? 0);
    const groups = deps.store.db
      .selectFrom('reconciliation_group')
      .where('company_id', '=', run.company_id)
      .where('reconciliation_id', '=', run.id)
      .orderBy('index')
      .limit(limit);
    if (isWhole(query)) {
      // Nothing is left out: a place is an index, which the key finds without counting.
      const rows = await groups.select('entries').where('index', '>=', offset).execute();
      return { groups: rows.map(({ entries }) => entries), total: run.findings?.groupCount ?? 0 };
    }
    // Counted by their indexes alone, so that the entries of all the other pages are not carried along.
    const found = await groups
      .select(['index', sql<number>`count(*) over ()::int`.as('total')])
      .where(conditionsOf(run, query))
      .offset(offset)
      .execute();
    const indexes = found.map(({ index }) => index);
    const rows = await groups
      .select('entries')
      .where('index', 'in', [-1, ...indexes])
      .execute();
    return { groups: rows.map(({ entries }) => entries), total: found[0]?.total ?? 0 };
  };
}

const isWhole = ({ only, search, batchId }: GroupQuery): boolean => !only && !search && batchId === undefined;

function conditionsOf(run: RunRow, { only, search, batchId, terminalId }: GroupQuery): Expression<SqlBool> {
  const conditions: Expression<SqlBool>[] = [];
  if (only) conditions.push(sql<boolean>`entries ->> 'group' = any(${[...DIFFERENCE_KINDS]}::text[])`);
  if (search) conditions.push(saysOf(search));
  if (batchId === '') conditions.push(sql<boolean>`${batchIdOf} is null`);
  else if (batchId !== undefined) conditions.push(standsIn(run, batchId, terminalId));
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

const SAID = ['controlNumber', 'customerName', 'transactionId', 'reference', 'last4', 'authorizationCode', 'batchId'];

/** What either side says, and its amount as it is written: `1,234.50` finds 123450 cents. */
function saysOf(search: string): Expression<SqlBool> {
  const sides = ['komet', 'processor'];
  const words = sides.flatMap((side) => SAID.map((field) => sql`entries #>> ${sql.lit(`{${side},${field}}`)}`));
  const amounts = sides.map(
    (side) => sql`to_char(abs((entries #>> ${sql.lit(`{${side},amountCents}`)})::bigint) / 100.0, 'FM9999999990.00')`,
  );
  const wanted = search.toLowerCase();
  // A character that nobody types keeps one word from running into the next.
  const all = (parts: typeof words) => sql`concat_ws(chr(31), ${sql.join(parts)})`;
  return sql<boolean>`(position(${wanted} in lower(${all(words)})) > 0
    or position(${wanted.replace(/[$,]/g, '') || wanted} in ${all(amounts)}) > 0)`;
}

/** Lines without a terminal are those of the only terminal that has such a batch, as the list of batches counts them. */
function standsIn(run: RunRow, batchId: string, terminalId: string | undefined): Expression<SqlBool> {
  if (terminalId === undefined) return sql<boolean>`(${batchIdOf} = ${batchId} and ${terminalIdOf} is null)`;
  return sql<boolean>`(${batchIdOf} = ${batchId} and (${terminalIdOf} = ${terminalId} or (${terminalIdOf} is null and not exists (
    select from reconciliation_group where company_id = ${run.company_id} and reconciliation_id = ${run.id}
      and ${batchIdOf} = ${batchId} and ${terminalIdOf} <> ${terminalId}))))`;
}
