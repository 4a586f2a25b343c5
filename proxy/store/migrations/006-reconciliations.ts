import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Comparisons of a day, what was found, and the days that are locked. A run that a day was closed with can't be deleted. */
const statements = [
  `create table reconciliation (
    company_id text not null, id text not null, location_id text not null, day date not null, time_zone text not null,
    status text not null check (status in ('running', 'ready', 'failed', 'cancelled', 'closed')),
    file_name text, progress jsonb, failure text, findings jsonb, komet_fingerprint text, processor_fingerprint text,
    reopenings jsonb not null, actor_id text not null, actor_name text not null, created_at timestamptz not null, beat_at timestamptz not null,
    closed_at timestamptz, closed_by_id text, closed_by_name text,
    primary key (company_id, id),
    check (status <> 'closed' or (findings is not null and closed_at is not null and komet_fingerprint is not null))
  )`,
  `create index reconciliation_day on reconciliation (company_id, location_id, day, created_at desc)`,
  `create table reconciliation_group (
    company_id text not null, reconciliation_id text not null, index integer not null, entries jsonb not null,
    primary key (company_id, reconciliation_id, index),
    foreign key (company_id, reconciliation_id) references reconciliation (company_id, id)
  )`,
  `create table reconciliation_difference (
    company_id text not null, reconciliation_id text not null, id text not null, index integer not null, members jsonb not null,
    note text, note_by_id text, note_by_name text, note_at timestamptz,
    primary key (company_id, reconciliation_id, id),
    foreign key (company_id, reconciliation_id) references reconciliation (company_id, id)
  )`,
  `create table closed_day (
    company_id text not null, location_id text not null, day date not null, reconciliation_id text not null,
    primary key (company_id, location_id, day),
    foreign key (company_id, reconciliation_id) references reconciliation (company_id, id)
  )`,
  `create table books (
    company_id text not null, location_id text not null, version integer not null default 1,
    primary key (company_id, location_id)
  )`,
  `create table report_mapping (
    company_id text not null, columns jsonb not null,
    primary key (company_id)
  )`,
];

export const reconciliations: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
