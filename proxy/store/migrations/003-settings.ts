import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table location_setting (
    company_id text not null, location_id text not null,
    allow_payment_upon_confirmation boolean not null, allow_salespeople_to_manage_cards boolean not null,
    primary key (company_id, location_id)
  )`,
  `create table customer_setting (
    company_id text not null, customer_id text not null,
    require_payment_upon_confirmation boolean not null,
    require_credit_card_payment boolean not null, restrict_credit_card_payment boolean not null,
    primary key (company_id, customer_id),
    check (not (require_credit_card_payment and restrict_credit_card_payment))
  )`,
  `create table terminal (
    company_id text not null, id text not null, location_id text not null,
    name text not null, serial text, active boolean not null,
    created_at timestamptz not null, created_by text not null, deleted_at timestamptz,
    primary key (company_id, id)
  )`,
  `create unique index terminal_name on terminal (company_id, location_id, lower(name)) where deleted_at is null`,
  `create table integration (
    company_id text not null, location_id text not null, enabled_at timestamptz not null, enabled_by text not null,
    rates jsonb, rates_recorded_at timestamptz, keys_saved_at timestamptz, disabled_at timestamptz,
    primary key (company_id, location_id)
  )`,
  `create table merchant_application (
    company_id text not null, location_id text not null, form jsonb not null,
    saved_at timestamptz not null, saved_by text not null, submitted_at timestamptz, submitted_by text,
    primary key (company_id, location_id)
  )`,
  // Keys that were put in place before there were settings.
  `insert into integration (company_id, location_id, enabled_at, enabled_by, keys_saved_at)
    select company_id, location_id, coalesce(verified_at, now()), 'operator', coalesce(verified_at, now())
    from merchant_account where terminal_id is null`,
  `insert into terminal (company_id, id, location_id, name, active, created_at, created_by)
    select company_id, terminal_id, location_id, terminal_id, true, coalesce(verified_at, now()), 'operator'
    from merchant_account where terminal_id is not null
    on conflict do nothing`,
  `alter table fee_rule add constraint fee_rule_within_cap check (percent_hundredths between 0 and 399 and flat_cents >= 0)`,
];

/** Settings of locations and customers, terminals, and how far each location's set-up has come. */
export const settings: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
