import { sql } from 'kysely';
import { Kysely } from 'kysely';
import { postgresDialect } from '../../proxy/store/postgres.js';

let databases = 0;

/** Creates an empty database on the test server and returns its address. */
export async function createDatabase(): Promise<string> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('TEST_DATABASE_URL must name a PostgreSQL server for these tests');
  const name = `komet_pay_${process.pid}_${++databases}`;
  const admin = new Kysely({ dialect: postgresDialect(server, 1) });
  await sql`create database ${sql.id(name)}`.execute(admin);
  await admin.destroy();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
