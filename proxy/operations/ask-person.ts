import { sql } from 'kysely';
import type { Deps } from '../deps.js';
import type { Tx } from '../store/store.js';
import type { AttemptRow } from './attempts.js';
import { recordEvent } from './events.js';
import { instant } from './instants.js';
import { REVIEW_LOOK } from './recovery-schedule.js';

/**
 * What the machine can't decide waits for a person, with its holds, and stays visible. It is still looked up now and then, except
 * for a sale that was already given up: nothing may be booked for that one.
 */
export async function askPerson(deps: Deps, attempt: AttemptRow, reason: string): Promise<void> {
  const givenUp = attempt.state === 'not-found';
  const nextCheckAt = givenUp ? null : instant(deps.clock() + REVIEW_LOOK);
  const asked = await deps.store.transaction(async (tx) => {
    const moved = await tx
      .updateTable('gateway_attempt')
      .set({ reason, next_check_at: nextCheckAt, ...(!givenUp && { state: 'review' as const }) })
      .where('company_id', '=', attempt.company_id)
      .where('id', '=', attempt.id)
      .where('state', 'in', ['sending', 'unknown', 'not-found'])
      .returning('id')
      .executeTakeFirst();
    if (moved) await markForReview(deps, tx, attempt, reason);
    return moved !== undefined;
  });
  if (asked) deps.log.error('review-needed', { companyId: attempt.company_id, attemptId: attempt.id, reason });
  else await waitForPerson(deps, attempt);
}

/** Looks at what a person was already asked about a while later. */
export async function waitForPerson(deps: Deps, attempt: AttemptRow): Promise<void> {
  await deps.store.db
    .updateTable('gateway_attempt')
    .set({ next_check_at: instant(deps.clock() + REVIEW_LOOK) })
    .where('company_id', '=', attempt.company_id)
    .where('id', '=', attempt.id)
    .where('state', '=', 'review')
    .execute();
}

async function markForReview(deps: Deps, tx: Tx, attempt: AttemptRow, reason: string): Promise<void> {
  await tx
    .updateTable('payment')
    .set({
      needs_review: true,
      status: sql`case when status = 'requested' then 'unknown' else status end`,
    })
    .where('company_id', '=', attempt.company_id)
    .where('id', '=', attempt.payment_id ?? attempt.id)
    .execute();
  await recordEvent(tx, {
    companyId: attempt.company_id,
    at: instant(deps.clock()),
    actorId: 'recovery',
    action: 'review-needed',
    entityId: attempt.id,
    members: { reason },
  });
}
