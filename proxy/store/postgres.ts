import { PostgresDialect, type Dialect } from 'kysely';
import pg from 'pg';
import { PARSERS } from './values.js';

const CONNECT_TIMEOUT_MS = 5_000;

const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
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
  return new PostgresDialect({ pool });
}
