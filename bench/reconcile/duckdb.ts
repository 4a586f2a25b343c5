import { DuckDBInstance } from '@duckdb/node-api';
import type { Database } from './database.js';
import { TABLE } from './table-files.js';

/** DuckDB over tables in its own memory, on one thread as everybody else. */
export async function startDuckdb(files: Readonly<Record<string, string>>): Promise<Database> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  for (const [table, file] of Object.entries(files)) {
    await connection.run(`create table ${table} (${TABLE})`);
    await connection.run(`copy ${table} from '${file}' (format csv, header false)`);
  }
  return {
    query: async (statement) => (await connection.runAndReadAll(statement)).getRows(),
    stop: () => {
      connection.closeSync();
      instance.closeSync();
      return Promise.resolve();
    },
  };
}
