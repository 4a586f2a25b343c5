import type { ColumnType } from 'kysely';
import type { MerchantApplication } from '../../src/contract/application.js';
import type { Rates } from '../../src/contract/integration.js';

/** Tables of set-up and settings. */

/** An instant as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
type Instant = string;

type Json<T> = ColumnType<T, string, string>;

/** A location without a row has everything off. */
interface LocationSettingTable {
  company_id: string;
  location_id: string;
  allow_payment_upon_confirmation: boolean;
  allow_salespeople_to_manage_cards: boolean;
}

/** A customer without a row is asked for nothing. */
interface CustomerSettingTable {
  company_id: string;
  customer_id: string;
  require_payment_upon_confirmation: boolean;
  require_credit_card_payment: boolean;
  restrict_credit_card_payment: boolean;
}

/** A card terminal; its key is kept in the `merchant_account` of the same location and terminal id. */
export interface TerminalTable {
  company_id: string;
  id: string;
  location_id: string;
  name: string;
  serial: string | null;
  active: boolean;
  created_at: Instant;
  created_by: string;
  deleted_at: Instant | null;
}

/** How far a location has come with the processor. No row: it was never enabled. */
interface IntegrationTable {
  company_id: string;
  location_id: string;
  enabled_at: Instant;
  enabled_by: string;
  rates: Json<Rates> | null;
  rates_recorded_at: Instant | null;
  keys_saved_at: Instant | null;
  /** Set when it was turned off; only an operator turns it on again. */
  disabled_at: Instant | null;
}

/** The application for an account with the processor; a draft until it is submitted. */
interface MerchantApplicationTable {
  company_id: string;
  location_id: string;
  form: Json<MerchantApplication>;
  saved_at: Instant;
  saved_by: string;
  submitted_at: Instant | null;
  submitted_by: string | null;
}

export interface SettingsTables {
  location_setting: LocationSettingTable;
  customer_setting: CustomerSettingTable;
  terminal: TerminalTable;
  integration: IntegrationTable;
  merchant_application: MerchantApplicationTable;
}
