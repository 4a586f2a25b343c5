import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'kysely';
import { demoMigrations } from '../komet/demo/tables.js';
import { lockFolder } from '../store/folder-lock.js';
import { PGLITE_OPTIONS, pgliteDialect } from '../store/pglite.js';
import { postgresDialect } from '../store/postgres.js';
import { openStore, type Store } from '../store/store.js';
import type { Settings } from './settings.js';

export interface OpenedStore {
  readonly store: Store;
  readonly kind: 'postgres' | 'embedded' | 'memory';
  close(): Promise<void>;
}

/** Opens the store the settings name. The embedded one is locked first: two processes in one folder lose rows of both. */
export async function openConfiguredStore(settings: Settings): Promise<OpenedStore> {
  const { DATABASE_URL, DATA_DIR, KOMET_ADAPTER } = settings;
  const extra = KOMET_ADAPTER === 'demo' ? demoMigrations : {};
  if (DATABASE_URL !== undefined) {
    const store = await openStore(postgresDialect(DATABASE_URL), extra);
    if (settings.KOMET_ENVIRONMENT === 'live') await requireDurable(store);
    return { store, kind: 'postgres', close: () => store.close() };
  }
  if (DATA_DIR === 'memory://') {
    const store = await openStore(pgliteDialect(new PGlite(DATA_DIR, PGLITE_OPTIONS)), extra);
    return { store, kind: 'memory', close: () => store.close() };
  }
  mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(DATA_DIR);
  const store = await openStore(pgliteDialect(new PGlite(join(DATA_DIR, 'store'), PGLITE_OPTIONS)), extra);
  return { store, kind: 'embedded', close: () => store.close().then(() => lock.release()) };
}

/** An acknowledged payment must be on disk; a database told otherwise takes no live money. */
async function requireDurable({ db }: Store): Promise<void> {
  const { rows } = await sql<{ fsync: string; commit: string }>`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`.execute(db);
  const [row] = rows;
  if (row?.fsync === 'on' && row.commit !== 'off') return;
  throw new Error('The database runs with fsync or synchronous_commit off; live money needs both on');
}
