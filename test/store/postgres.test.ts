import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postgresDialect } from '../../proxy/store/postgres.js';
import { openStore } from '../../proxy/store/store.js';
import { createDatabase } from './database.js';
import { storeSuite } from './store-suite.js';

storeSuite('PostgreSQL', async () => postgresDialect(await createDatabase()));

test('two replicas may bring the same database up to date at once', async () => {
  const url = await createDatabase();
  const stores = await Promise.all([1, 2, 3].map(() => openStore(postgresDialect(url))));
  for (const store of stores) {
    assert.deepEqual(await store.db.selectFrom('payment').selectAll().execute(), []);
    await store.close();
  }
});
