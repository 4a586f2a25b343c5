import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import type { Dialect } from 'kysely';
import { PGLITE_OPTIONS, pgliteDialect } from '../../proxy/store/pglite.js';

/** An embedded store of one's own in memory, on which nothing is left to migrate when the run made an image of it. */
export async function memoryDialect(): Promise<Dialect> {
  const image = process.env['TEST_STORE_IMAGE'];
  const loadDataDir = image === undefined ? undefined : new Blob([readFileSync(image)]);
  return pgliteDialect(await PGlite.create('memory://', { ...PGLITE_OPTIONS, ...(loadDataDir && { loadDataDir }) }));
}
