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
  const declines = await readWindow(deps, actor.companyId, declineBucket(actor, customerId));
  if (declines && declines.ends > now && declines.hits >= limits.declines.most) throw tooMany(declines.ends, now);
  await countWithin(deps, actor.companyId, [
    [`session:${sessionId}`, limits.session],
    [`${actor.kind}-customer:${customerId}`, limits.customer],
    [`${actor.kind}-company`, limits.company],
  ]);
}

/** Counts a hit in each bucket and refuses when one of them is over its limit. */
export async function countWithin(
  deps: Deps,
  companyId: string,
  buckets: readonly (readonly [string, Limit])[],
): Promise<void> {
  const now = deps.clock();
  const full = (await count(deps, companyId, now, buckets)).find(({ hits, most }) => hits > most);
  if (full) throw tooMany(full.ends, now);
}

/** Remembers that the processor refused a card for this customer. */
export async function noteDecline(deps: Deps, limits: Limits, { actor, customerId }: Attempt): Promise<void> {
  await count(deps, actor.companyId, deps.clock(), [[declineBucket(actor, customerId), limits.declines]]);
}

const declineBucket = (actor: Actor, customerId: string): string => `${actor.kind}-decline:${customerId}`;

async function readWindow({ store }: Deps, companyId: string, bucket: string) {
  const row = await store.db
    .selectFrom('rate')
    .select(['hits', 'ends_at'])
    .where('company_id', '=', companyId)
    .where('bucket', '=', bucket)
    .executeTakeFirst();
  return row && { hits: row.hits, ends: Date.parse(row.ends_at) };
}

/**
 * Adds one to each bucket, or begins a new window where the last one is over: one statement, so one commit, and two
 * replicas can't both have the last hit.
 */
async function count({ store }: Deps, companyId: string, now: number, buckets: readonly (readonly [string, Limit])[]) {
  const limitOf = new Map(buckets);
  const over = sql<boolean>`rate.ends_at <= ${instant(now)}::timestamptz`;
  const rows = await store.db
    .insertInto('rate')
    .values(
      buckets.map(([bucket, { withinSeconds }]) => ({
        company_id: companyId,
        bucket,
        ends_at: instant(now + withinSeconds * 1000),
        hits: 1,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'bucket']).doUpdateSet({
        hits: sql<number>`case when ${over} then 1 else rate.hits + 1 end`,
        ends_at: sql<string>`case when ${over} then excluded.ends_at else rate.ends_at end`,
      }),
    )
    .returning(['bucket', 'hits', 'ends_at'])
    .execute();
  return rows.map(({ bucket, hits, ends_at: ends }) => ({
    hits,
    ends: Date.parse(ends),
    most: limitOf.get(bucket)?.most ?? 0,
  }));
}

const instant = (ms: number): string => new Date(ms).toISOString();

function tooMany(ends: number, now: number): ProblemError {
  return new ProblemError('too-many-requests', { retryAfterSeconds: Math.max(1, Math.ceil((ends - now) / 1000)) });
}

/** Removes windows that are over. Returns how many rows went. */
export async function forgetOldRates({ store, clock }: Deps): Promise<number> {
  const { numDeletedRows } = await store.db
    .deleteFrom('rate')
    .where('ends_at', '<', instant(clock()))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
