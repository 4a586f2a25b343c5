import { sql } from 'kysely';
import type { Store } from '../../proxy/store/store.js';

/** Returns once so many wait for a lock in this database. */
export async function untilWaiting({ db }: Store, count = 1): Promise<void> {
  const waiting = sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while (((await waiting.execute(db)).rows[0]?.n ?? 0) < count);
}
