import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a search in the history goes by, so that a page costs the same with a hundred thousand payments. */
const statements = [
  `create index payment_transaction on payment (company_id, transaction_id) where transaction_id is not null`,
  `create index payment_authorization on payment (company_id, authorization_code) where authorization_code is not null`,
  `create index payment_last4 on payment (company_id, card_last4, created_at desc, id desc) where card_last4 is not null`,
  `create index payment_location on payment (company_id, location_id, created_at desc, id desc)`,
  `create index payment_allocation_number on payment_allocation (company_id, invoice_number)`,
];

export const history: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
