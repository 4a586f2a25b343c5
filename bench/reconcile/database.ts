import { timed, type Contestant, type Round } from './contestant.js';
import type { Outcome } from './outcome.js';
import { outcomeOfRows, type Statements } from './table-files.js';

/** A database that holds both reports as the tables `komet` and `processor`. */
export interface Database {
  readonly query: (statement: string) => Promise<readonly (readonly unknown[])[]>;
  readonly stop: () => Promise<void>;
}

export const joinIn = ({ query }: Database, statements: Statements): Pick<Contestant<Round<Outcome>>, 'run'> => ({
  run: () =>
    timed(async () => {
      let rows: readonly (readonly unknown[])[] = [];
      for (const statement of statements) rows = await query(statement);
      return outcomeOfRows(rows);
    }),
});
