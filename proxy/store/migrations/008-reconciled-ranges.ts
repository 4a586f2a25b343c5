import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A comparison may span several days; a day is closed with a comparison of its own. */
const statements = [
  `alter table reconciliation add column last_day date`,
  `update reconciliation set last_day = day`,
  `alter table reconciliation alter column last_day set not null`,
  `alter table reconciliation add check (last_day >= day)`,
  `alter table reconciliation add check (status <> 'closed' or last_day = day)`,
];

export const reconciledRanges: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
