import pg from 'pg';
import { startPostgres } from '../../scripts/postgres.js';
import type { Database } from './database.js';
import { TABLE } from './table-files.js';

/** PostgreSQL over tables that are loaded and analysed, with memory enough to join them at once. */
export async function startLoadedPostgres(files: Record<'komet' | 'processor', string>): Promise<Database> {
  const server = await startPostgres();
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query(`set work_mem = '512MB'; set temp_buffers = '256MB'`);
  for (const [table, file] of Object.entries(files)) {
    await client.query(`create table ${table} (${TABLE})`);
    await client.query(`copy ${table} from '${file}' (format csv)`);
    await client.query(`analyze ${table}`);
  }
  return {
    query: async (text) => (await client.query<unknown[]>({ text, rowMode: 'array' })).rows,
    stop: async () => {
      await client.end();
      await server.stop();
    },
  };
}
