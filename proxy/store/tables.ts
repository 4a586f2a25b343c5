import type { ColumnType, Generated } from 'kysely';
import type { Brand } from '../../src/contract/card.js';
import type { IntegrationState } from '../../src/contract/location.js';
import type { DeclineCause, FailureCause, Method, MoneyBack, PaymentStatus } from '../../src/contract/payment.js';
import type { MailTables } from './mail-tables.js';
import type { OrderConfirmationTable } from './order-tables.js';
import type { CardFrameTicketTable, SessionTable, RateTable } from './session-tables.js';
import type { ReconciliationTables } from './reconciliation-tables.js';
import type { SettingsTables } from './settings-tables.js';

/** A JSON document, written as text and read as a value. */
type Json<T> = ColumnType<T, string, string>;

/** Whole cents; `bigint` in the database, a safe integer here. */
type CentsColumn = number;

/** An instant as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
type Instant = string;

export interface PaymentTable {
  company_id: string;
  id: string;
  idempotency_key: string;
  fingerprint: string;
  control_number: number | null;
  concept: 'payment' | 'charge-back' | 'refund';
  status: PaymentStatus;
  version: Generated<number>;
  needs_review: Generated<boolean>;
  location_id: string;
  customer_id: string;
  customer_name: string;
  order_id: string | null;
  method: Method;
  date: string;
  amount_cents: CentsColumn;
  fee_cents: CentsColumn;
  applied_cents: CentsColumn;
  credits_applied_cents: CentsColumn;
  discount_cents: CentsColumn;
  overpayment_cents: CentsColumn;
  card_id: string | null;
  card_brand: Brand | null;
  card_last4: string | null;
  /** What to call the card once the gateway has stored it; null when it is not to be stored. */
  save_card_as: string | null;
  saved_card_status: 'saved' | 'not-saved' | null;
  saved_card_id: string | null;
  terminal_id: string | null;
  transaction_id: string | null;
  authorization_code: string | null;
  batch_id: string | null;
  decline_cause: DeclineCause | null;
  decline_code: string | null;
  failure: FailureCause | null;
  notes: string | null;
  duplicate_reason: string | null;
  actor_id: string;
  actor_name: string;
  created_at: Instant;
  completed_at: Instant | null;
  reversal_of_id: string | null;
  reversed_by_id: string | null;
  money_back: MoneyBack | null;
  /** The charged back payment this one was charged in the place of. */
  replaces_id: string | null;
  /** The final answer as first given, kept so that a repeated request gets the same bytes. */
  answer: string | null;
}

export interface AllocationTable {
  company_id: string;
  payment_id: string;
  invoice_id: string;
  invoice_number: string;
  amount_cents: CentsColumn;
  discount_cents: CentsColumn;
  balance_after_cents: CentsColumn | null;
}

export interface CreditUseTable {
  company_id: string;
  payment_id: string;
  credit_id: string;
  amount_cents: CentsColumn;
}

/** One live payment at most per invoice or credit; the primary key is the lock. */
export interface HoldTable {
  company_id: string;
  kind: 'invoice' | 'credit';
  item_id: string;
  payment_id: string;
}

/** What this proxy put on an invoice or took from a credit, guarded by CHECKs as the last line of defence. */
export interface AccountTable {
  company_id: string;
  kind: 'invoice' | 'credit';
  item_id: string;
  total_cents: CentsColumn;
  used_cents: Generated<CentsColumn>;
  version: Generated<number>;
}

export type AttemptKind = 'sale' | 'void' | 'refund' | 'store-card';
export type AttemptState =
  'sending' | 'unknown' | 'approved' | 'declined' | 'rejected' | 'not-found' | 'reversing' | 'reversed' | 'review';

/** One call to the gateway. Its id is the gateway's order-id; a sale's is its payment's id. */
export interface AttemptTable {
  company_id: string;
  id: string;
  payment_id: string | null;
  account_id: string;
  kind: AttemptKind;
  state: AttemptState;
  amount_cents: CentsColumn;
  fee_cents: CentsColumn;
  /** The attempt a void or refund takes back. */
  parent_id: string | null;
  /** Set for a refund that takes back only a part of its sale, which others may follow. */
  is_partial: Generated<boolean>;
  transaction_id: string | null;
  reason: string | null;
  sent_at: Instant;
  next_check_at: Instant | null;
  checks: Generated<number>;
  negative_answers: Generated<number>;
}

export interface CardTable {
  company_id: string;
  id: string;
  customer_id: string;
  location_id: string;
  account_id: string;
  vault_id: string;
  brand: Brand;
  last4: string;
  expiry: string | null;
  description: string;
  is_primary: boolean;
  created_at: Instant;
  created_by: string;
  deleted_at: Instant | null;
  /** When the vault confirmed the removal. */
  purged_at: Instant | null;
}

/** The processor's account of a location, or of one terminal there. */
export interface MerchantAccountTable {
  company_id: string;
  id: string;
  location_id: string;
  terminal_id: string | null;
  state: IntegrationState;
  sealed_key: Uint8Array | null;
  public_key: string | null;
  merchant_id: string | null;
  merchant_terminal_id: string | null;
  merchant_name: string | null;
  verified_at: Instant | null;
}

export interface FeeRuleTable {
  company_id: string;
  location_id: string;
  kind: 'convenience' | 'surcharge';
  percent_hundredths: number;
  flat_cents: CentsColumn;
}

export interface IdempotencyTable {
  company_id: string;
  operation: string;
  key: string;
  fingerprint: string;
  state: 'running' | 'done';
  answer: Json<unknown> | null;
  created_at: Instant;
}

export interface OutboxTable {
  company_id: string;
  id: string;
  payment_id: string;
  posting: Json<unknown>;
  created_at: Instant;
  next_try_at: Instant;
  tries: Generated<number>;
  delivered_at: Instant | null;
  refused_at: Instant | null;
  last_message: string | null;
}

export interface EventTable {
  company_id: string;
  seq: number;
  at: Instant;
  actor_id: string;
  action: string;
  entity_id: string;
  members: Json<unknown>;
  previous_hash: string;
  hash: string;
}

/** The next control number and event number of a company. */
export interface CounterTable {
  company_id: string;
  name: 'control-number' | 'event';
  value: number;
  /** The hash of the last event. */
  tail: Generated<string>;
}

export interface Tables extends SettingsTables, MailTables, ReconciliationTables {
  payment: PaymentTable;
  payment_allocation: AllocationTable;
  payment_credit: CreditUseTable;
  hold: HoldTable;
  item_account: AccountTable;
  gateway_attempt: AttemptTable;
  card: CardTable;
  merchant_account: MerchantAccountTable;
  fee_rule: FeeRuleTable;
  order_confirmation: OrderConfirmationTable;
  idempotency: IdempotencyTable;
  outbox: OutboxTable;
  event: EventTable;
  company_counter: CounterTable;
  card_frame_ticket: CardFrameTicketTable;
  session: SessionTable;
  rate: RateTable;
}
