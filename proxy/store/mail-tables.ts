import type { Generated } from 'kysely';

/** Tables of what leaves by mail. */

/** An instant as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
type Instant = string;

/** A mail on its way. */
export interface MailTable {
  company_id: string;
  id: string;
  /** What it is about. */
  entity_id: string;
  /** The whole mail, sealed; null once it is sent or given up. */
  sealed: Uint8Array | null;
  created_at: Instant;
  next_try_at: Instant;
  useful_until: Instant;
  tries: Generated<number>;
  sent_at: Instant | null;
  given_up_at: Instant | null;
}

/** A link sent to a customer, who types a card into the form behind it (rule R-14). */
export interface CardRequestTable {
  company_id: string;
  id: string;
  customer_id: string;
  location_id: string;
  /** Whose account keeps the card. */
  account_id: string;
  /** In lower case. */
  email: string;
  company_name: string;
  locale: 'en' | 'es';
  /** Of the link's secret, which is kept nowhere. */
  token_hash: string;
  mail_id: string;
  sent_at: Instant;
  sent_by: string;
  sent_by_name: string;
  expires_at: Instant;
  opened_at: Instant | null;
  revoked_at: Instant | null;
  /** Set while a card is on its way to the vault: the order-id of that call, and when it began. */
  saving_id: string | null;
  saving_since: Instant | null;
  completed_at: Instant | null;
  card_id: string | null;
}

export interface MailTables {
  mail: MailTable;
  card_request: CardRequestTable;
}
