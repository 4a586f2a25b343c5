import { sql, type Selectable } from 'kysely';
import type { Deps } from '../deps.js';
import type { GatewayOutcome, GatewayTransaction } from '../gateway/port.js';
import type { AttemptTable } from '../store/tables.js';
import { recordEvent } from './events.js';
import { instant } from './instants.js';
import { reverseLateArrival, settleReversal } from './late-arrivals.js';
import { openAccountById } from './merchant-accounts.js';
import { deliverPosting } from './outbox.js';
import { settleNotFound, settleSale } from './settle-sale.js';

export type AttemptRow = Selectable<AttemptTable>;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** When an unknown outcome is looked up again, by how often it was before. */
const UNKNOWN_SCHEDULE = [5 * SECOND, 15 * SECOND, 30 * SECOND, MINUTE, 2 * MINUTE, 5 * MINUTE] as const;
const UNKNOWN_LATER = 15 * MINUTE;

/** When a sale that was given up is looked for again, counted from its sending. */
const WATCH_SCHEDULE = [15 * MINUTE, HOUR, 6 * HOUR, 24 * HOUR] as const;

/** For how long a look-up has an attempt to itself. */
const LEASE_MS = 30 * SECOND;
const BATCH = 20;
const NEEDED_NEGATIVES = 3;

/**
 * Looks up every attempt that is due and returns how many there were. Recovery only ever asks: it never sends a sale again. Replicas
 * share the work by leasing rows, and one that looks while the handler still waits for its answer does no harm.
 */
export async function sweep(deps: Deps): Promise<number> {
  const due = await lease(deps, sql`next_check_at <= ${instant(deps.clock())}`);
  for (const attempt of due) await lookUpSafely(deps, attempt);
  return due.length;
}

/** At start, what an earlier process left behind in mid-call is due at once. */
export async function adoptOrphans(deps: Deps): Promise<void> {
  await deps.store.db
    .updateTable('gateway_attempt')
    .set({ next_check_at: instant(deps.clock()) })
    .where('state', 'in', ['sending', 'unknown'])
    .where('kind', '!=', 'store-card')
    .execute();
}

/** Looks one payment up for somebody who is waiting for it, unless that was done a moment ago. */
export async function lookUpIfDue(deps: Deps, companyId: string, paymentId: string): Promise<void> {
  const now = instant(deps.clock());
  const [attempt] = await lease(deps, sql`company_id = ${companyId} and id = ${paymentId} and next_check_at <= ${now}`);
  if (attempt) await lookUpSafely(deps, attempt);
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

async function lookUpSafely(deps: Deps, attempt: AttemptRow): Promise<void> {
  try {
    await lookUp(deps, attempt);
  } catch (error) {
    deps.log.error('look-up-failed', { companyId: attempt.company_id, attemptId: attempt.id, reason: String(error) });
    await checkAgain(deps, attempt, attempt.negative_answers);
  }
}

async function lookUp(deps: Deps, attempt: AttemptRow): Promise<void> {
  const account = await openAccountById(deps, attempt.company_id, attempt.account_id);
  if (attempt.kind !== 'sale') {
    await settleReversal(deps, account, attempt, () => checkAgain(deps, attempt, attempt.negative_answers));
    return;
  }
  const search = await deps.gateway.findByOrderId(account, attempt.id);
  if (search.kind === 'failed') return checkAgain(deps, attempt, attempt.negative_answers);
  const sale = search.transactions.find((transaction) => transaction.type === 'sale');
  if (!sale)
    return search.transactions.length > 0
      ? askPerson(deps, attempt, 'unexpected-transaction')
      : notFound(deps, attempt);
  await applyFound(deps, attempt, sale);
}

async function applyFound(deps: Deps, attempt: AttemptRow, sale: GatewayTransaction): Promise<void> {
  const charged = sale.result === 'approved' && !sale.voided;
  if (sale.result === 'approved' && sale.amountCents + sale.feeCents !== attempt.amount_cents + attempt.fee_cents) {
    return askPerson(deps, attempt, 'amount-differs');
  }
  if (attempt.state === 'not-found') {
    return charged ? reverseLateArrival(deps, attempt, sale) : stopWatching(deps, attempt);
  }
  await settleSale(deps, attempt.company_id, attempt.id, outcomeOf(sale));
  if (charged) await deliverPosting(deps, attempt.company_id, attempt.id);
}

function outcomeOf(sale: GatewayTransaction): GatewayOutcome {
  if (sale.result === 'approved') {
    return sale.voided
      ? { kind: 'rejected', reason: 'invalid-request', code: 'voided' }
      : { kind: 'approved', transaction: sale };
  }
  const { id, cause = 'declined', resultCode } = sale;
  return { kind: 'declined', transactionId: id, cause, ...(resultCode && { code: resultCode }) };
}

/** A sale counts as never made only after several searches over a time longer than the gateway may take to show it. */
async function notFound(deps: Deps, attempt: AttemptRow): Promise<void> {
  const age = deps.clock() - Date.parse(attempt.sent_at);
  if (attempt.state === 'not-found') {
    const next = WATCH_SCHEDULE.find((wait) => wait > age);
    return next === undefined
      ? stopWatching(deps, attempt)
      : setNextCheck(deps, attempt, Date.parse(attempt.sent_at) + next);
  }
  const negatives = attempt.negative_answers + 1;
  if (negatives >= NEEDED_NEGATIVES && age >= deps.config.releaseUnknownAfterMs) {
    const watchAt = instant(deps.clock() + WATCH_SCHEDULE[0]);
    return settleNotFound(deps, attempt.company_id, attempt.id, watchAt);
  }
  return checkAgain(deps, attempt, negatives);
}

async function checkAgain(deps: Deps, attempt: AttemptRow, negatives: number): Promise<void> {
  const age = deps.clock() - Date.parse(attempt.sent_at);
  const waits = UNKNOWN_SCHEDULE.filter((wait) => wait > age);
  const nextAt =
    deps.clock() + (waits[0] === undefined ? Math.min(UNKNOWN_LATER, Math.max(age / 2, MINUTE)) : waits[0] - age);
  if (age >= deps.config.reviewAfterMs && attempt.state !== 'review')
    return askPerson(deps, attempt, 'not-settled-in-time');
  await deps.store.db
    .updateTable('gateway_attempt')
    .set({ next_check_at: instant(nextAt), negative_answers: negatives })
    .where('company_id', '=', attempt.company_id)
    .where('id', '=', attempt.id)
    .where('state', 'in', ['sending', 'unknown', 'review', 'not-found'])
    .execute();
  await markUnknown(deps, attempt);
}

/** A payment whose handler is gone is shown as unknown while its outcome is looked for. */
async function markUnknown(deps: Deps, attempt: AttemptRow): Promise<void> {
  if (attempt.state === 'sending')
    await settleSale(deps, attempt.company_id, attempt.id, { kind: 'unknown', reason: 'connection-lost' });
}

async function setNextCheck(deps: Deps, attempt: AttemptRow, at: number | null): Promise<void> {
  await deps.store.db
    .updateTable('gateway_attempt')
    .set({ next_check_at: at === null ? null : instant(at) })
    .where('company_id', '=', attempt.company_id)
    .where('id', '=', attempt.id)
    .execute();
}

const stopWatching = (deps: Deps, attempt: AttemptRow): Promise<void> => setNextCheck(deps, attempt, null);

/** What the machine can't decide waits for a person, with its holds, and stays visible. */
async function askPerson(deps: Deps, attempt: AttemptRow, reason: string): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const scope = { companyId: attempt.company_id, paymentId: attempt.payment_id ?? attempt.id };
    const moved = await tx
      .updateTable('gateway_attempt')
      .set({ state: 'review', reason, next_check_at: instant(deps.clock() + HOUR) })
      .where('company_id', '=', scope.companyId)
      .where('id', '=', attempt.id)
      .where('state', '!=', 'review')
      .returning('id')
      .executeTakeFirst();
    if (!moved) return;
    await tx
      .updateTable('payment')
      .set((eb) => ({
        needs_review: true,
        status: eb
          .case()
          .when('status', '=', 'requested')
          .then('unknown' as const)
          .else(eb.ref('status'))
          .end(),
      }))
      .where('company_id', '=', scope.companyId)
      .where('id', '=', scope.paymentId)
      .execute();
    const at = instant(deps.clock());
    await recordEvent(tx, {
      companyId: scope.companyId,
      at,
      actorId: 'recovery',
      action: 'review-needed',
      entityId: attempt.id,
      members: { reason },
    });
  });
  deps.log.error('review-needed', { companyId: attempt.company_id, attemptId: attempt.id, reason });
}
