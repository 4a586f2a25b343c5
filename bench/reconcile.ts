import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processOf, type Contestant, type Round } from './reconcile/contestant.js';
import { joinIn, type Database } from './reconcile/database.js';
import { startDuckdb } from './reconcile/duckdb.js';
import { assertSame, type Outcome } from './reconcile/outcome.js';
import { startLoadedPostgres } from './reconcile/postgres.js';
import { COUNTS_ONLY, EACH_ROW_KEPT, writeTable } from './reconcile/table-files.js';
import { median } from './run-page.js';

/** The bare join comes first: the others are held against it, in time and in what they find. */
export const JOINS = [
  'bare typed-array join',
  'from columns',
  'from objects',
  'DuckDB, counts only',
  'DuckDB, each row kept',
  'PostgreSQL, counts only',
  'PostgreSQL, each row kept',
] as const;
export type Join = (typeof JOINS)[number];

export interface JoinTimes {
  /** The first round of a process that has done nothing before. */
  readonly coldMs: number;
  readonly ms: number;
}

const ROUNDS = 5;

/** Median time of a full outer match of so many payments a side; all find the same, or it throws. */
export async function measureJoins(payments: number): Promise<Record<Join, JoinTimes>> {
  const folder = mkdtempSync(join(tmpdir(), 'komet-bench-'));
  chmodSync(folder, 0o755);
  const contestants: Contestant<Round<Outcome>>[] = [];
  const databases: Database[] = [];
  try {
    const files = {
      komet: writeTable(folder, 'komet', payments),
      processor: writeTable(folder, 'processor', payments),
    };
    for (const name of ['floor', 'columns', 'objects']) contestants.push(await processOf<Outcome>(name, payments));
    for (const start of [startDuckdb, startLoadedPostgres]) {
      const database = await start(files);
      databases.push(database);
      contestants.push(joinIn(database, COUNTS_ONLY), joinIn(database, EACH_ROW_KEPT));
    }
    return await race(contestants);
  } finally {
    for (const { stop } of [...contestants, ...databases]) await stop();
    rmSync(folder, { recursive: true });
  }
}

/** Taken in turns, so that whatever else the machine does falls on all of them alike. */
async function race(contestants: readonly Contestant<Round<Outcome>>[]): Promise<Record<Join, JoinTimes>> {
  const times = contestants.map((): number[] => []);
  let expected: Outcome | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    for (const [at, { run }] of contestants.entries()) {
      const { ms, result } = await run();
      expected ??= result;
      assertSame(JOINS[at] as Join, result, expected);
      times[at]?.push(ms);
    }
  }
  return Object.fromEntries(
    JOINS.map((name, at) => [name, { coldMs: times[at]?.[0] ?? NaN, ms: median(times[at] ?? []) }]),
  ) as Record<Join, JoinTimes>;
}
