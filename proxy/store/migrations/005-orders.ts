import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table order_confirmation (
    company_id text not null, payment_id text not null, order_id text not null,
    state text not null check (state in ('intended', 'pending', 'confirmed', 'refused')),
    next_try_at timestamptz, tries integer not null default 0, last_message text,
    primary key (company_id, payment_id),
    foreign key (company_id, payment_id) references payment (company_id, id),
    check ((state = 'pending') = (next_try_at is not null))
  )`,
  `create index order_confirmation_due on order_confirmation (next_try_at) where state = 'pending'`,
  `create index order_confirmation_order on order_confirmation (company_id, order_id)`,
];

/** Orders that are confirmed once their payment is approved. */
export const orders: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
