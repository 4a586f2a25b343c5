import { sql, type ColumnType, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Migrations } from '../../store/store.js';

/** The demo wholesaler's books, kept in the proxy's store but written by the demo adapter alone. */
export interface DemoTables {
  demo_company: { company_id: string; name: string; currency: string };
  demo_location: { company_id: string; id: string; name: string; code: string; time_zone: string };
  demo_customer: {
    company_id: string;
    id: string;
    code: string;
    name: string;
    active: boolean;
    currency: string;
    terms: string;
    email: string;
    main_location_id: string;
    city: string;
    state: string;
  };
  demo_invoice: {
    company_id: string;
    id: string;
    number: string;
    customer_id: string;
    location_id: string;
    status: 'pending' | 'confirmed' | 'draft' | 'voided';
    ship_date: string;
    due_date: string;
    customer_po: string | null;
    total_cents: number;
    balance_cents: number;
  };
  demo_credit: {
    company_id: string;
    id: string;
    number: string;
    customer_id: string;
    location_id: string;
    kind: 'customer-credit' | 'overpayment' | 'transfer' | 'balance-adjustment';
    date: string;
    amount_cents: number;
    balance_cents: number;
    source_payment_id: string | null;
    reason: string | null;
  };
  demo_posting: DemoPostingTable;
}

/** What was booked, so that taking it back can be held against it. Nothing is taken back twice. */
interface DemoPostingTable {
  company_id: string;
  key: string;
  reversal_of_key: string | null;
  posting: ColumnType<unknown, string, never>;
}

const statements = [
  `create table demo_company (company_id text primary key, name text not null, currency text not null)`,
  `create table demo_location (company_id text not null, id text not null, name text not null, code text not null, time_zone text not null, primary key (company_id, id))`,
  `create table demo_customer (
    company_id text not null, id text not null, code text not null, name text not null, active boolean not null, currency text not null,
    terms text not null, email text not null, main_location_id text not null, city text not null, state text not null,
    primary key (company_id, id)
  )`,
  `create table demo_invoice (
    company_id text not null, id text not null, number text not null, customer_id text not null, location_id text not null, status text not null,
    ship_date date not null, due_date date not null, customer_po text, total_cents bigint not null,
    balance_cents bigint not null check (balance_cents >= 0 and balance_cents <= total_cents),
    primary key (company_id, id)
  )`,
  `create index demo_invoice_open on demo_invoice (company_id, customer_id, ship_date) where balance_cents > 0`,
  `create table demo_credit (
    company_id text not null, id text not null, number text not null, customer_id text not null, location_id text not null, kind text not null,
    date date not null, amount_cents bigint not null, balance_cents bigint not null check (balance_cents >= 0 and balance_cents <= amount_cents),
    source_payment_id text, reason text,
    primary key (company_id, id)
  )`,
  `create table demo_posting (
    company_id text not null, key text not null, reversal_of_key text, posting jsonb not null,
    primary key (company_id, key), unique (company_id, reversal_of_key)
  )`,
];

const demo: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

export const demoMigrations: Migrations = { '900-demo-komet': demo };
