import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { postgresDialect } from '../../proxy/store/postgres.js';
import { openStore, type Store } from '../../proxy/store/store.js';
import { createDatabase } from './database.js';
import { storeSuite } from './store-suite.js';

storeSuite('PostgreSQL', async () => postgresDialect(await createDatabase()));

describe('two replicas on one PostgreSQL', () => {
  let replicas: Store[];

  before(async () => {
    const url = await createDatabase();
    replicas = await Promise.all([1, 2, 3].map(() => openStore(postgresDialect(url))));
  });
  after(() => Promise.all(replicas.map((store) => store.close())));

  const [item1, item2] = ['i1', 'i2'];
  const bump = (item: string) => sql`
    insert into item_account (company_id, kind, item_id, total_cents) values ('1', 'invoice', ${item}, 100)
    on conflict (company_id, kind, item_id) do update set version = item_account.version + 1`;

  test('that start at once bring the tables up to date once', async () => {
    for (const { db } of replicas) {
      const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
      const names = rows.map(({ name }) => name);
      assert.deepEqual(names, [...new Set(names)]);
      assert.equal(names[0], '001-payments');
    }
  });

  test('both get through when each waits for the other', async () => {
    const [one, two] = replicas as [Store, Store];
    const met = meetingOf(2);
    const cross = (store: Store, order: readonly string[]) => {
      let tries = 0;
      return store.transaction(async (tx) => {
        await bump(order[0] ?? '').execute(tx);
        if (++tries === 1) await met();
        await bump(order[1] ?? '').execute(tx);
        return tries;
      });
    };
    const tries = await Promise.all([cross(one, [item1, item2]), cross(two, [item2, item1])]);
    assert.deepEqual(tries.sort(), [1, 2]);
    const rows = await one.db.selectFrom('item_account').select('version').execute();
    assert.deepEqual(rows, [{ version: 2 }, { version: 2 }]);
  });

  test('acknowledge a commit only once it is on disk', async () => {
    const { rows } = await sql<{ synchronous_commit: string }>`show synchronous_commit`.execute(
      (replicas[0] as Store).db,
    );
    assert.deepEqual(rows, [{ synchronous_commit: 'on' }]);
  });

  test('live on when the database drops their idle connections', async () => {
    const [one, two] = replicas as [Store, Store];
    await sql`select 1`.execute(one.db);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(two.db);
    await untilGone(two);
    assert.deepEqual((await sql`select 1 as alive`.execute(one.db)).rows, [{ alive: 1 }]);
  });
});

/** Lets nobody past until so many have come. */
function meetingOf(count: number): () => Promise<void> {
  let waiting = count;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return () => {
    if (--waiting === 0) open();
    return opened;
  };
}

/** Returns once no other connection to the database is left, so that its client has been told. */
async function untilGone({ db }: Store): Promise<void> {
  const others = sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  while ((await others.execute(db)).rows[0]?.n !== 0);
  await new Promise((resolve) => setImmediate(resolve));
}
