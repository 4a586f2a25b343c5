import { Kysely, type Dialect, type Transaction } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { payments } from './migrations/001-payments.js';
import { chargeBacks } from './migrations/002-charge-backs.js';
import { settings } from './migrations/003-settings.js';
import { cardRequests } from './migrations/004-card-requests.js';
import { orders } from './migrations/005-orders.js';
import { reconciliations } from './migrations/006-reconciliations.js';
import { history } from './migrations/007-history.js';
import { reconciledRanges } from './migrations/008-reconciled-ranges.js';
import type { Tables } from './tables.js';

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/** The one SQL store, on PostgreSQL or PGlite. Every query is scoped by `company_id`. */
export interface Store {
  readonly db: Db;
  /** Runs statements that take effect together; a conflict between two transactions is retried. */
  transaction<T>(run: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Migrations by name, in the order they run; adapters that keep tables of their own add theirs. */
export type Migrations = Readonly<Record<string, Migration>>;

const OWN: Migrations = {
  '001-payments': payments,
  '002-charge-backs': chargeBacks,
  '003-settings': settings,
  '004-card-requests': cardRequests,
  '005-orders': orders,
  '006-reconciliations': reconciliations,
  '007-history': history,
  '008-reconciled-ranges': reconciledRanges,
};

/** Opens the store and brings its tables up to date. Several replicas may do so at once: the migrator takes a lock. */
export async function openStore(dialect: Dialect, extra: Migrations = {}): Promise<Store> {
  const db = new Kysely<Tables>({ dialect });
  const migrations = { ...OWN, ...extra };
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  // An adapter's own tables come last by name and earlier than those of our next version by time.
  const migrator = new Migrator({ db, provider, allowUnorderedMigrations: true });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    await db.destroy();
    throw new Error('The tables could not be brought up to date', { cause: error });
  }
  return { db, transaction: (run) => retrying(() => db.transaction().execute(run)), close: () => db.destroy() };
}

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const MOST_TRIES = 5;

/** Repeats a transaction that the database refused because of another one; it left nothing behind. */
async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const code = sqlState(error);
      if (attempt >= MOST_TRIES || (code !== SERIALIZATION_FAILURE && code !== DEADLOCK)) throw error;
    }
  }
}

/** The five-letter SQLSTATE of a database error, if it is one. */
export function sqlState(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as Error & { code?: unknown }).code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** Whether a row was refused because one like it exists, optionally by a given constraint. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (sqlState(error) !== '23505') return false;
  return constraint === undefined || (error as { constraint?: string }).constraint === constraint;
}
