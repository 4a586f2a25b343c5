import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { forEachLine, transactionOf, type Line, type Side } from './given-payments.js';
import { FOUND, noOutcome, type Found, type Outcome } from './outcome.js';

/** What the databases get of each line: as narrow as it can be stored, so that they are at their fastest. */
export const TABLE = 'transaction_id bigint, cents bigint, kind smallint, state smallint, day smallint, place smallint';

const KINDS: readonly Line['kind'][] = ['sale', 'refund', 'void'];
const STATES: readonly Line['state'][] = ['approved', 'declined', 'voided'];

/** Writes a report as the CSV file that a database loads, and tells where. */
export function writeTable(folder: string, side: Side, payments: number): string {
  const path = join(folder, `${side}.csv`);
  const file = openSync(path, 'w', 0o644);
  let lines: string[] = [];
  const flush = () => {
    writeSync(file, lines.join(''));
    lines = [];
  };
  forEachLine(side, payments, (line) => {
    const kind = KINDS.indexOf(line.kind);
    const state = STATES.indexOf(line.state);
    lines.push(`${transactionOf(line)},${line.cents},${kind},${state},${line.day},${line.place}\n`);
    if (lines.length === 10_000) flush();
  });
  flush();
  closeSync(file);
  return path;
}

/** Each row with its counterpart, what is to be said of them, and the cents they make between the sides. */
const fullJoin = (komet: string, processor: string): string => `
  select
    k.transaction_id as komet,
    p.transaction_id as processor,
    case
      when p.transaction_id is null then case k.kind when 2 then 'voided' else 'missing-at-processor' end
      when k.transaction_id is null then 'missing-in-komet'
      when k.day <> 1 and p.day <> 1 then 'outside'
      when k.state = 1 and p.state = 1 then 'no-money'
      when p.state = 2 then 'voided'
      when p.state = 1 then 'declined'
      when k.cents <> p.cents then 'money'
      when k.place <> p.place then 'place'
      when k.day <> p.day then 'day'
      else 'agree'
    end as found,
    case when k.day = 1 and k.state = 0 then k.cents else 0 end
      - case when p.day = 1 and p.state = 0 then p.cents else 0 end as cents
  from ${komet} k full outer join ${processor} p on k.transaction_id = p.transaction_id`;

const countsOf = (rows: string): string =>
  `select found, cast(count(*) as integer), cast(sum(cents) as bigint) from ${rows} as pair group by found`;

/** Statements of a round; the last one answers counts and cents. */
export type Statements = readonly string[];

/** A database that only counts does less than a comparison must: nobody can be shown which rows differ. */
export const COUNTS_ONLY: Statements = [countsOf(`(${fullJoin('komet', 'processor')})`)];
export const EACH_ROW_KEPT: Statements = [
  'drop table if exists outcome',
  `create temporary table outcome as ${fullJoin('komet', 'processor')}`,
  countsOf('outcome'),
];

/** Rows that are not in the database yet have to be brought there first. */
export const loadedFirst = (files: Readonly<Record<'komet' | 'processor', string>>): Statements => [
  ...Object.entries(files).flatMap(([table, file]) => [
    `create or replace temporary table loaded_${table} (${TABLE})`,
    `copy loaded_${table} from '${file}' (format csv, header false)`,
  ]),
  countsOf(`(${fullJoin('loaded_komet', 'loaded_processor')})`),
];

export function outcomeOfRows(rows: readonly (readonly unknown[])[]): Outcome {
  const outcome = noOutcome();
  for (const [found, count, cents] of rows) {
    if (!FOUND.includes(found as Found)) throw new Error(`The join finds ${String(found)}`);
    outcome[found as Found] = { count: Number(count), cents: Number(cents) };
  }
  return outcome;
}
