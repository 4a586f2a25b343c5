import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table mail (
    company_id text not null, id text not null, entity_id text not null, sealed bytea,
    created_at timestamptz not null, next_try_at timestamptz not null, useful_until timestamptz not null,
    tries integer not null default 0, sent_at timestamptz, given_up_at timestamptz,
    primary key (company_id, id),
    check ((sealed is null) = (coalesce(sent_at, given_up_at) is not null))
  )`,
  `create index mail_due on mail (next_try_at) where sent_at is null and given_up_at is null`,
  `create index mail_entity on mail (company_id, entity_id)`,
  `create table card_request (
    company_id text not null, id text not null, customer_id text not null, location_id text not null, account_id text not null,
    email text not null, company_name text not null, locale text not null check (locale in ('en', 'es')),
    token_hash text not null, mail_id text not null,
    sent_at timestamptz not null, sent_by text not null, sent_by_name text not null, expires_at timestamptz not null,
    opened_at timestamptz, revoked_at timestamptz, saving_id text, saving_since timestamptz,
    completed_at timestamptz, card_id text,
    primary key (company_id, id),
    check ((completed_at is null) = (card_id is null)),
    check (completed_at is null or revoked_at is null),
    check ((saving_id is null) = (saving_since is null))
  )`,
  `create unique index card_request_token on card_request (company_id, token_hash)`,
  `create index card_request_customer on card_request (company_id, customer_id, sent_at desc)`,
  // A new request to the same address takes the place of the one before.
  `create unique index card_request_open on card_request (company_id, customer_id, location_id, email)
    where completed_at is null and revoked_at is null`,
];

/** Mails on their way, and the links by which customers are asked for a card. */
export const cardRequests: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
