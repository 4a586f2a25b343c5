import type { ReconciliationGroup } from '../../../src/contract/reconciliation.js';
import type { Actor, Deps } from '../../deps.js';
import { ProblemError } from '../../problem-error.js';
import { requireRun } from './run-rows.js';

const MOST_GROUPS = 5_000;

interface GroupQuery {
  readonly limit?: string | undefined;
  readonly cursor?: string | undefined;
}

export interface GroupPage {
  readonly groups: ReconciliationGroup[];
  readonly nextCursor?: string;
}

/** The entries of both sides, aligned, a page at a time. */
export function listGroups(deps: Deps) {
  return async (actor: Actor, id: string, query: GroupQuery): Promise<GroupPage> => {
    const run = await requireRun(deps, actor, id);
    const limit = Math.min(Math.max(Number(query.limit ?? MOST_GROUPS), 1), MOST_GROUPS);
    const rows = await deps.store.db
      .selectFrom('reconciliation_group')
      .select(['index', 'entries'])
      .where('company_id', '=', run.company_id)
      .where('reconciliation_id', '=', run.id)
      .where('index', '>=', firstIndex(query.cursor))
      .orderBy('index')
      .limit(limit + 1)
      .execute();
    const more = rows.length > limit ? rows[limit] : undefined;
    return {
      groups: rows.slice(0, limit).map(({ entries }) => entries),
      ...(more && { nextCursor: String(more.index) }),
    };
  };
}

function firstIndex(cursor = '0'): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  throw new ProblemError('invalid-request', {
    errors: [{ pointer: '/query/cursor', message: 'is not a cursor of this list' }],
  });
}
