import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { PGlite } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { demoMigrations } from '../../proxy/komet/demo/tables.js';
import { payments } from '../../proxy/store/migrations/001-payments.js';
import { PGLITE_OPTIONS, pgliteDialect } from '../../proxy/store/pglite.js';
import { openStore } from '../../proxy/store/store.js';
import { storeSuite } from './store-suite.js';

storeSuite('PGlite', async () => pgliteDialect(await PGlite.create('memory://', PGLITE_OPTIONS)));

test('an embedded store on disk is there again after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'komet-pay-store-'));
  const open = async () => openStore(pgliteDialect(await PGlite.create(folder, PGLITE_OPTIONS)));
  const first = await open();
  await first.db
    .insertInto('company_counter')
    .values({ company_id: 'c1', name: 'control-number', value: 42 })
    .execute();
  await first.close();
  const second = await open();
  assert.deepEqual(await second.db.selectFrom('company_counter').select('value').execute(), [{ value: 42 }]);
  await second.close();
  await rm(folder, { recursive: true });
});

test('a store of an earlier version is brought up to date, whatever tables an adapter added to it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'komet-pay-store-'));
  const dialect = async () => pgliteDialect(await PGlite.create(folder, PGLITE_OPTIONS));
  const earlier = new Kysely({ dialect: await dialect() });
  const migrations = { '001-payments': payments, ...demoMigrations };
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db: earlier, provider }).migrateToLatest();
  assert.equal(error, undefined);
  await earlier.destroy();
  const store = await openStore(await dialect(), demoMigrations);
  assert.deepEqual(await store.db.selectFrom('payment').select('replaces_id').execute(), []);
  await store.close();
  await rm(folder, { recursive: true });
});
