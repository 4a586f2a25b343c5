import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { MONEY_BACK } from '../../../src/contract/payment.js';

const ways = MONEY_BACK.map((way) => `'${way}'`).join(', ');

const statements = [
  `alter table payment add column money_back text check (money_back in (${ways})), add column replaces_id text,
    add foreign key (company_id, replaces_id) references payment (company_id, id)`,
  `create index payment_replaces on payment (company_id, replaces_id) where replaces_id is not null`,
  // A payment is charged back once, but its overpayment may go back to the card in parts.
  `drop index payment_reversal`,
  `create unique index payment_reversal on payment (company_id, reversal_of_id)
    where concept = 'charge-back' and status not in ('failed', 'declined', 'cancelled')`,
  `create index payment_reversals on payment (company_id, reversal_of_id) where reversal_of_id is not null`,
  `alter table gateway_attempt add column is_partial boolean not null default false`,
  `drop index gateway_attempt_reversal`,
  `create unique index gateway_attempt_reversal on gateway_attempt (company_id, parent_id)
    where parent_id is not null and not is_partial and state in ('sending', 'unknown', 'approved', 'review')`,
  `create index gateway_attempt_payment on gateway_attempt (company_id, payment_id) where kind <> 'sale'`,
];

export const chargeBacks: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
