import { PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';
import { PARSERS } from './values.js';

const CONNECT_TIMEOUT_MS = 5_000;

/** A type we have no parser for is read as the driver does. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => PARSERS[oid] ?? (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
};

/** PostgreSQL behind a pool; an acknowledged commit is on disk. */
export function postgresDialect(connectionString: string, max = 10): Dialect {
  const pool = new pg.Pool({
    connectionString,
    max,
    types,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    options: '-c synchronous_commit=on -c idle_in_transaction_session_timeout=30000',
  });
  // The database may drop a connection that nobody uses; the pool replaces it, and an unheard error would end the process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}
