import { sql } from 'kysely';
import type { Actor, Deps } from '../deps.js';
import { ProblemError } from '../problem-error.js';

/** How often something may happen within a time. */
export interface Limit {
  readonly most: number;
  readonly withinSeconds: number;
}

/** Limits on what reaches the processor: payments and stored cards together. */
export interface Limits {
  /** Of one session. */
  readonly session: Limit;
  /** Of one customer, by whoever acts for them. */
  readonly customer: Limit;
  /** Of one customer, counting only what the processor refused: trying out stolen cards looks like this. */
  readonly declines: Limit;
  readonly company: Limit;
}

const MINUTE = 60;
const HOUR = 3600;

/** Generous where employees work, tight where customers help themselves. */
export const LIMITS: Readonly<Record<Actor['kind'], Limits>> = {
  staff: {
    session: { most: 60, withinSeconds: MINUTE },
    customer: { most: 300, withinSeconds: HOUR },
    declines: { most: 30, withinSeconds: HOUR },
    company: { most: 1200, withinSeconds: MINUTE },
  },
  portal: {
    session: { most: 6, withinSeconds: MINUTE },
    customer: { most: 10, withinSeconds: HOUR },
    declines: { most: 5, withinSeconds: HOUR },
    company: { most: 600, withinSeconds: MINUTE },
  },
};

export interface Attempt {
  readonly actor: Actor;
  readonly sessionId: string;
  readonly customerId: string;
}

/** Counts an attempt in the store, where all replicas count, and refuses it when it is one too many. */
export async function admit(deps: Deps, limits: Limits, { actor, sessionId, customerId }: Attempt): Promise<void> {
  const now = deps.clock();
  await refuseIfFull(deps, actor.companyId, declineBucket(actor, customerId), limits.declines, now);
  // The narrowest first, so that one busy session can't use up what the company has.
  for (const [bucket, limit] of [
    [`session:${sessionId}`, limits.session],
    [`${actor.kind}-customer:${customerId}`, limits.customer],
    [`${actor.kind}-company`, limits.company],
  ] as const) {
    const { hits, start } = await count(deps, actor.companyId, bucket, limit, now);
    if (hits > limit.most) throw tooMany(limit, start, now);
  }
}

/** Remembers that the processor refused a card for this customer. */
export async function noteDecline(deps: Deps, limits: Limits, { actor, customerId }: Attempt): Promise<void> {
  await count(deps, actor.companyId, declineBucket(actor, customerId), limits.declines, deps.clock());
}

const declineBucket = (actor: Actor, customerId: string): string => `${actor.kind}-decline:${customerId}`;

async function refuseIfFull(deps: Deps, companyId: string, bucket: string, limit: Limit, now: number): Promise<void> {
  const row = await deps.store.db
    .selectFrom('rate')
    .select(['hits', 'window_start'])
    .where('company_id', '=', companyId)
    .where('bucket', '=', bucket)
    .executeTakeFirst();
  if (!row) return;
  const start = Date.parse(row.window_start);
  if (start + limit.withinSeconds * 1000 > now && row.hits >= limit.most) throw tooMany(limit, start, now);
}

/** Adds one to the bucket's window, or begins a new window, in one statement that two replicas can't both win. */
async function count({ store }: Deps, companyId: string, bucket: string, limit: Limit, now: number) {
  const start = new Date(now).toISOString();
  const oldest = new Date(now - limit.withinSeconds * 1000).toISOString();
  const over = sql<boolean>`rate.window_start <= ${oldest}::timestamptz`;
  const row = await store.db
    .insertInto('rate')
    .values({ company_id: companyId, bucket, window_start: start, hits: 1 })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'bucket']).doUpdateSet({
        hits: sql<number>`case when ${over} then 1 else rate.hits + 1 end`,
        window_start: sql<string>`case when ${over} then ${start}::timestamptz else rate.window_start end`,
      }),
    )
    .returning(['hits', 'window_start'])
    .executeTakeFirstOrThrow();
  return { hits: row.hits, start: Date.parse(row.window_start) };
}

function tooMany(limit: Limit, start: number, now: number): ProblemError {
  const retryAfterSeconds = Math.max(1, Math.ceil((start + limit.withinSeconds * 1000 - now) / 1000));
  return new ProblemError('too-many-requests', { retryAfterSeconds });
}

/** Removes windows that ended long ago. Returns how many rows went. */
export async function forgetOldRates({ store, clock }: Deps): Promise<number> {
  const { numDeletedRows } = await store.db
    .deleteFrom('rate')
    .where('window_start', '<', new Date(clock() - 2 * HOUR * 1000).toISOString())
    .executeTakeFirst();
  return Number(numDeletedRows);
}
