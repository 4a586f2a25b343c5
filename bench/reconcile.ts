import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processOf, timed, type Contestant, type Round } from './reconcile/contestant.js';
import { joinIn, type Database } from './reconcile/database.js';
import { startDuckdb } from './reconcile/duckdb.js';
import { csvOf } from './reconcile/given-csv.js';
import { startLoadedPostgres } from './reconcile/postgres.js';
import { race, type Times } from './reconcile/race.js';
import { COUNTS_ONLY, EACH_ROW_KEPT, loadedFirst, writeTable } from './reconcile/table-files.js';

export type Join = 'bare join' | 'from columns' | 'from objects' | Rival;
export const RIVALS = [
  'DuckDB, counts only',
  'DuckDB, each row kept',
  'DuckDB, loaded first',
  'PostgreSQL, counts only',
  'PostgreSQL, each row kept',
] as const;
export type Rival = (typeof RIVALS)[number];

/** A full outer match of so many payments a side; all find the same counts and cents. The bare join is what they are held against. */
export const measureJoins = (payments: number): Promise<Record<Join, Times>> =>
  inFolder(async (folder, stops) => {
    const files = {
      komet: writeTable(folder, 'komet', payments),
      processor: writeTable(folder, 'processor', payments),
    };
    const apart = (name: string) => started(processOf(name, payments), stops);
    const floor = await apart('floor');
    const columns = await apart('columns');
    const objects = await apart('objects');
    const duckdb = await started<Database>(startDuckdb(files), stops);
    const postgres = await started<Database>(startLoadedPostgres(files), stops);
    return race({
      'bare join': floor,
      'from columns': columns,
      'from objects': objects,
      'DuckDB, counts only': joinIn(duckdb, COUNTS_ONLY),
      'DuckDB, each row kept': joinIn(duckdb, EACH_ROW_KEPT),
      'DuckDB, loaded first': joinIn(duckdb, loadedFirst(files)),
      'PostgreSQL, counts only': joinIn(postgres, COUNTS_ONLY),
      'PostgreSQL, each row kept': joinIn(postgres, EACH_ROW_KEPT),
    });
  });

export type Holding = 'lines as objects' | 'lines as columns';

/** Bytes that a line of a report keeps while it is compared, by how it is held. Each is measured in a process that did nothing before. */
export const measureMemory = (payments: number): Promise<Record<Holding, number>> =>
  inFolder(async (_, stops) => {
    const bytesOf = async (name: Holding) =>
      (await (await started(processOf<number>(name, payments), stops)).run()).result;
    return {
      'lines as objects': await bytesOf('lines as objects'),
      'lines as columns': await bytesOf('lines as columns'),
    };
  });

export type CsvReader = 'bytes to columns' | 'Batch report' | 'DuckDB';

/** A Batch report of so many payments, from its bytes to what is compared. */
export const measureCsv = (payments: number): Promise<Record<CsvReader, Times>> =>
  inFolder(async (folder, stops) => {
    const file = join(folder, 'report.csv');
    writeFileSync(file, csvOf(payments));
    const floor = await started(processOf('csv-floor', payments), stops);
    const ours = await started(processOf('csv', payments), stops);
    const duckdb = await started<Database>(startDuckdb({}), stops);
    return race({ 'bytes to columns': floor, 'Batch report': ours, DuckDB: csvIn(duckdb, file) });
  });

function csvIn({ query }: Database, file: string): Pick<Contestant<Round<unknown>>, 'run'> {
  const load = `create or replace temporary table report as select * from read_csv('${file}', header = true)`;
  const sum = 'select cast(count(*) as integer), cast(round(sum("Amount") * 100) as bigint) from report';
  return {
    run: () =>
      timed(async () => {
        await query(load);
        const [[rows, cents] = []] = await query(sum);
        return { rows: Number(rows), cents: Number(cents) };
      }),
  };
}

type Stops = (() => Promise<void>)[];

async function started<Started extends { stop: () => Promise<void> }>(
  starting: Promise<Started>,
  stops: Stops,
): Promise<Started> {
  const one = await starting;
  stops.push(one.stop);
  return one;
}

/** What was started is stopped however the work ends. PostgreSQL reads the files as another user. */
async function inFolder<Result>(work: (folder: string, stops: Stops) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'komet-bench-'));
  chmodSync(folder, 0o755);
  const stops: Stops = [];
  try {
    return await work(folder, stops);
  } finally {
    for (const stop of stops) await stop();
    rmSync(folder, { recursive: true });
  }
}
