import { PGlite } from '@electric-sql/pglite';
import { demoMigrations } from '../proxy/komet/demo/tables.js';
import { PGLITE_OPTIONS, pgliteDialect } from '../proxy/store/pglite.js';
import { openStore, type Store } from '../proxy/store/store.js';

/** An empty store that lives as long as its process or page. Takes seconds to open, so share it. */
export function openMemoryStore(): Promise<Store> {
  return openStore(pgliteDialect(new PGlite('memory://', PGLITE_OPTIONS)), demoMigrations);
}
