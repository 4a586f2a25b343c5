import type { Actor, Deps } from '../../deps.js';
import { brokenRule } from '../../problem-error.js';
import { recordEvent } from '../events.js';
import { once } from '../idempotency.js';
import { instant } from '../instants.js';
import { requireLocationRight } from '../scope.js';
import { holdBooks } from './closed-days.js';
import type { ReconciliationAnswer } from './reconcile-day.js';
import { findRun, periodOf, requireRun, viewRun } from './run-rows.js';

export interface Reopening {
  readonly key: string;
  readonly id: string;
  readonly reason: string;
}

/** Unlocks a closed day; who did so and why stays with the run and in the audit trail. */
export function reopenDay(deps: Deps) {
  return async (actor: Actor, { key, id, reason }: Reopening): Promise<ReconciliationAnswer> => {
    requireLocationRight(actor, 'reconcile:reopen');
    const place = await requireRun(deps, actor, id);
    const request = { operation: 'reopen-day', key, body: { id, reason } };
    const { replayed } = await once(deps)(actor, request, async (tx) => {
      await holdBooks(tx, periodOf(place), 'update');
      const run = await findRun(tx, actor.companyId, id);
      if (run?.status !== 'closed') throw brokenRule('day-not-closed', `${place.day} is not closed`);
      const at = instant(deps.clock());
      await tx
        .deleteFrom('closed_day')
        .where('company_id', '=', actor.companyId)
        .where('reconciliation_id', '=', id)
        .execute();
      const reopenings = [...run.reopenings, { at, by: { id: actor.id, name: actor.name }, reason }];
      await tx
        .updateTable('reconciliation')
        .set({ status: 'ready', reopenings: JSON.stringify(reopenings) })
        .where('company_id', '=', actor.companyId)
        .where('id', '=', id)
        .execute();
      const members = { locationId: run.location_id, day: run.day, reason };
      await recordEvent(tx, {
        companyId: actor.companyId,
        at,
        actorId: actor.id,
        action: 'day-reopened',
        entityId: id,
        members,
      });
    });
    return { run: await viewRun(deps, await requireRun(deps, actor, id)), replayed };
  };
}
