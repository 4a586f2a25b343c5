import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { PAYMENT_STATUSES } from '../../../src/contract/payment.js';
import { canBecome } from '../../../src/domain/payment-status.js';

const statuses = PAYMENT_STATUSES.map((status) => `'${status}'`).join(', ');

/** The moves the domain allows, written into the database so that no code path can make another. */
const moves = PAYMENT_STATUSES.flatMap((from) =>
  PAYMENT_STATUSES.filter((to) => canBecome(from, to)).map((to) => `('${from}', '${to}')`),
).join(', ');

const statements = [
  `create table payment (
    company_id text not null, id text not null,
    idempotency_key text not null, fingerprint text not null,
    control_number bigint, concept text not null check (concept in ('payment', 'charge-back', 'refund')),
    status text not null check (status in (${statuses})),
    version integer not null default 1, needs_review boolean not null default false,
    location_id text not null, customer_id text not null, customer_name text not null, order_id text,
    method text not null check (method in ('in-app', 'pos-terminal')), date date not null,
    amount_cents bigint not null, fee_cents bigint not null, applied_cents bigint not null,
    credits_applied_cents bigint not null, discount_cents bigint not null, overpayment_cents bigint not null,
    card_id text, card_brand text, card_last4 text check (card_last4 ~ '^[0-9]{4}$'),
    save_card_as text, saved_card_status text, saved_card_id text, terminal_id text, answer text,
    transaction_id text, authorization_code text, batch_id text,
    decline_cause text, decline_code text, failure text, notes text, duplicate_reason text,
    actor_id text not null, actor_name text not null,
    created_at timestamptz not null, completed_at timestamptz, reversal_of_id text, reversed_by_id text,
    primary key (company_id, id),
    check (applied_cents - credits_applied_cents + overpayment_cents = amount_cents),
    check (case when concept = 'payment' then least(amount_cents, fee_cents, applied_cents, credits_applied_cents, discount_cents, overpayment_cents) >= 0
                else greatest(amount_cents, fee_cents, applied_cents, credits_applied_cents, discount_cents, overpayment_cents) <= 0 end),
    check ((reversal_of_id is null) = (concept = 'payment')),
    check (status not in ('approved', 'charge-back-requested', 'charged-back') or control_number is not null),
    foreign key (company_id, reversal_of_id) references payment (company_id, id)
  )`,
  `create unique index payment_key on payment (company_id, idempotency_key)`,
  `create unique index payment_control_number on payment (company_id, control_number)`,
  `create unique index payment_reversal on payment (company_id, reversal_of_id) where status not in ('failed', 'declined', 'cancelled')`,
  `create index payment_recent on payment (company_id, created_at desc, id desc)`,
  `create index payment_customer on payment (company_id, customer_id, created_at desc, id desc)`,
  `create index payment_date on payment (company_id, date, location_id)`,
  `create table payment_allocation (
    company_id text not null, payment_id text not null, invoice_id text not null, invoice_number text not null,
    amount_cents bigint not null, discount_cents bigint not null, balance_after_cents bigint,
    primary key (company_id, payment_id, invoice_id),
    foreign key (company_id, payment_id) references payment (company_id, id)
  )`,
  `create index payment_allocation_invoice on payment_allocation (company_id, invoice_id)`,
  `create table payment_credit (
    company_id text not null, payment_id text not null, credit_id text not null, amount_cents bigint not null,
    primary key (company_id, payment_id, credit_id),
    foreign key (company_id, payment_id) references payment (company_id, id)
  )`,
  `create table hold (
    company_id text not null, kind text not null check (kind in ('invoice', 'credit')), item_id text not null, payment_id text not null,
    primary key (company_id, kind, item_id),
    foreign key (company_id, payment_id) references payment (company_id, id)
  )`,
  `create index hold_payment on hold (company_id, payment_id)`,
  `create table item_account (
    company_id text not null, kind text not null check (kind in ('invoice', 'credit')), item_id text not null,
    total_cents bigint not null, used_cents bigint not null default 0, version integer not null default 1,
    primary key (company_id, kind, item_id),
    check (used_cents >= 0 and used_cents <= total_cents)
  )`,
  `create table gateway_attempt (
    company_id text not null, id text not null, payment_id text, account_id text not null,
    kind text not null check (kind in ('sale', 'void', 'refund', 'store-card')),
    state text not null check (state in ('sending', 'unknown', 'approved', 'declined', 'rejected', 'not-found', 'reversing', 'reversed', 'review')),
    amount_cents bigint not null check (amount_cents >= 0), fee_cents bigint not null check (fee_cents >= 0),
    parent_id text, transaction_id text, reason text,
    sent_at timestamptz not null, next_check_at timestamptz, checks integer not null default 0, negative_answers integer not null default 0,
    primary key (company_id, id),
    foreign key (company_id, payment_id) references payment (company_id, id)
  )`,
  // One transaction of the gateway stands behind one attempt, whichever account it came through: the gateway may answer with a
  // transaction of another terminal, and a duplicate answered as a success must not be booked twice.
  `create unique index gateway_attempt_transaction on gateway_attempt (company_id, transaction_id) where transaction_id is not null`,
  `create unique index gateway_attempt_sale on gateway_attempt (company_id, payment_id) where kind = 'sale'`,
  `create unique index gateway_attempt_reversal on gateway_attempt (company_id, parent_id) where parent_id is not null and state in ('sending', 'unknown', 'approved', 'review')`,
  `create index gateway_attempt_due on gateway_attempt (next_check_at) where next_check_at is not null`,
  `create table card (
    company_id text not null, id text not null, customer_id text not null, location_id text not null, account_id text not null,
    vault_id text not null, brand text not null, last4 text not null check (last4 ~ '^[0-9]{4}$'), expiry text,
    description text not null, is_primary boolean not null, created_at timestamptz not null, created_by text not null,
    deleted_at timestamptz, purged_at timestamptz,
    primary key (company_id, id)
  )`,
  `create unique index card_vault on card (company_id, account_id, customer_id, vault_id) where deleted_at is null`,
  `create unique index card_primary on card (company_id, customer_id, location_id) where is_primary and deleted_at is null`,
  `create table merchant_account (
    company_id text not null, id text not null, location_id text not null, terminal_id text,
    state text not null, sealed_key bytea, public_key text, merchant_id text, merchant_terminal_id text, merchant_name text, verified_at timestamptz,
    primary key (company_id, id)
  )`,
  `create unique index merchant_account_location on merchant_account (company_id, location_id, coalesce(terminal_id, ''))`,
  `create table fee_rule (
    company_id text not null, location_id text not null, kind text not null, percent_hundredths integer not null, flat_cents bigint not null,
    primary key (company_id, location_id)
  )`,
  `create table idempotency (
    company_id text not null, operation text not null, key text not null, fingerprint text not null,
    state text not null check (state in ('running', 'done')), answer jsonb, created_at timestamptz not null,
    primary key (company_id, operation, key)
  )`,
  `create table outbox (
    company_id text not null, id text not null, payment_id text not null, posting jsonb not null, created_at timestamptz not null,
    next_try_at timestamptz not null, tries integer not null default 0, delivered_at timestamptz, refused_at timestamptz, last_message text,
    primary key (company_id, id),
    foreign key (company_id, payment_id) references payment (company_id, id)
  )`,
  `create index outbox_due on outbox (next_try_at) where delivered_at is null and refused_at is null`,
  `create index outbox_payment on outbox (company_id, payment_id)`,
  `create table event (
    company_id text not null, seq bigint not null, at timestamptz not null, actor_id text not null, action text not null, entity_id text not null,
    members jsonb not null, previous_hash text not null, hash text not null,
    primary key (company_id, seq)
  )`,
  `create table company_counter (
    company_id text not null, name text not null, value bigint not null, tail text not null default '',
    primary key (company_id, name)
  )`,
  `create table card_frame_ticket (
    company_id text not null, id_hash text not null, location_id text not null, origin text not null, locale text not null, color_scheme text not null,
    expires_at timestamptz not null, used_at timestamptz,
    primary key (company_id, id_hash)
  )`,
  `create table session (
    company_id text not null, id text not null, actor_id text not null, actor_name text not null, roles jsonb not null,
    created_at timestamptz not null, expires_at timestamptz not null, ended_at timestamptz,
    primary key (company_id, id)
  )`,
  `create index session_expiry on session (expires_at)`,
  `create table rate (
    company_id text not null, bucket text not null, ends_at timestamptz not null, hits integer not null,
    primary key (company_id, bucket)
  )`,
  `create function forbid_change() returns trigger language plpgsql as $$ begin raise exception 'the audit trail is append-only'; end $$`,
  `create trigger event_append_only before update or delete on event for each row execute function forbid_change()`,
  `create trigger event_not_truncated before truncate on event for each statement execute function forbid_change()`,
  `create function check_status_move() returns trigger language plpgsql as $$
    begin
      if new.status <> old.status and (old.status, new.status) not in (${moves}) then
        raise exception 'a payment can not go from % to %', old.status, new.status using errcode = 'check_violation';
      end if;
      return new;
    end $$`,
  `create trigger payment_status_move before update of status on payment for each row execute function check_status_move()`,
  `create function check_allocation_sum() returns trigger language plpgsql as $$
    declare company text; owner text; expected bigint; applied bigint;
    begin
      company := coalesce(new.company_id, old.company_id);
      if tg_table_name = 'payment' then owner := new.id; else owner := coalesce(new.payment_id, old.payment_id); end if;
      select p.applied_cents into expected from payment p where p.company_id = company and p.id = owner;
      select coalesce(sum(a.amount_cents), 0) into applied from payment_allocation a where a.company_id = company and a.payment_id = owner;
      if expected <> applied then raise exception 'the allocations of % do not add up', owner using errcode = 'check_violation'; end if;
      return null;
    end $$`,
  `create constraint trigger payment_allocations_add_up after insert or update of applied_cents on payment deferrable initially deferred for each row execute function check_allocation_sum()`,
  `create constraint trigger allocations_add_up after insert or update or delete on payment_allocation deferrable initially deferred for each row execute function check_allocation_sum()`,
];

export const payments: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
