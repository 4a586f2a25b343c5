import type { Reconciliation } from '../../../src/contract/reconciliation.js';
import type { Actor, Deps } from '../../deps.js';
import { once } from '../idempotency.js';
import { instant } from '../instants.js';
import { notFound, requireLocationRight } from '../scope.js';
import { dayClosed, holdBooks } from './closed-days.js';
import { findRun, periodOf, requireRun, viewRun } from './run-rows.js';

export interface Explanation {
  readonly key: string;
  readonly id: string;
  readonly differenceId: string;
  readonly note: string;
}

/** Keeps who explains a difference and how; an empty note takes the explanation back. */
export function explainDifference(deps: Deps) {
  return async (actor: Actor, { key, id, differenceId, note }: Explanation) => {
    requireLocationRight(actor, 'reconcile');
    const run = await requireRun(deps, actor, id);
    const request = { operation: 'explain-difference', key, body: { id, differenceId, note } };
    const { replayed } = await once(deps)(actor, request, async (tx) => {
      // A day must not be closed between this look and the note that it is closed with.
      await holdBooks(tx, periodOf(run), 'share');
      if ((await findRun(tx, actor.companyId, id))?.status === 'closed') throw dayClosed(run.day);
      const explained = await tx
        .updateTable('reconciliation_difference')
        .set(
          note === ''
            ? { note: null, note_by_id: null, note_by_name: null, note_at: null }
            : { note, note_by_id: actor.id, note_by_name: actor.name, note_at: instant(deps.clock()) },
        )
        .where('company_id', '=', actor.companyId)
        .where('reconciliation_id', '=', id)
        .where('id', '=', differenceId)
        .returning('id')
        .executeTakeFirst();
      if (!explained) throw notFound();
    });
    const view: Reconciliation = await viewRun(deps, await requireRun(deps, actor, id));
    return { run: view, replayed };
  };
}
