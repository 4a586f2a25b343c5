import { sql, type Selectable } from 'kysely';
import type { Deps } from '../deps.js';
import type { AttemptTable } from '../store/tables.js';
import { instant } from './instants.js';

export type AttemptRow = Selectable<AttemptTable>;

/** For how long a look-up has an attempt to itself. */
const LEASE_MS = 30_000;
const BATCH = 20;

/** Attempts that are due, oldest first, each for one replica at a time. */
export function leaseDue(deps: Deps): Promise<AttemptRow[]> {
  return lease(deps, sql`next_check_at <= ${instant(deps.clock())}`);
}

/** The attempts of a payment or reversal that are due. */
export function leaseDueOf(deps: Deps, companyId: string, paymentId: string): Promise<AttemptRow[]> {
  const now = instant(deps.clock());
  return lease(deps, sql`company_id = ${companyId} and payment_id = ${paymentId} and next_check_at <= ${now}`);
}

async function lease(deps: Deps, condition: ReturnType<typeof sql>): Promise<AttemptRow[]> {
  const until = instant(deps.clock() + LEASE_MS);
  const leased = await sql<AttemptRow>`
    update gateway_attempt set next_check_at = ${until}, checks = checks + 1
    where (company_id, id) in (
      select company_id, id from gateway_attempt
      where ${condition} and state in ('sending', 'unknown', 'not-found', 'review')
      order by next_check_at limit ${BATCH} for update skip locked)
    returning *`.execute(deps.store.db);
  return leased.rows;
}

/** When an attempt is looked up next; null ends the looking. Only what is still open moves. */
export async function setNextCheck(
  deps: Deps,
  attempt: AttemptRow,
  at: number | null,
  negatives = attempt.negative_answers,
): Promise<void> {
  await deps.store.db
    .updateTable('gateway_attempt')
    .set({ next_check_at: at === null ? null : instant(at), negative_answers: negatives })
    .where('company_id', '=', attempt.company_id)
    .where('id', '=', attempt.id)
    .where('state', 'in', ['sending', 'unknown', 'not-found', 'review'])
    .execute();
}
