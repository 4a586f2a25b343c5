import type { Selectable } from 'kysely';
import type { MerchantAccountTable } from '../store/tables.js';

export interface AccountPlace {
  readonly companyId: string;
  readonly locationId: string;
  /** Absent: the account the location charges typed and stored cards with. */
  readonly terminalId?: string;
}

export type AccountRow = Selectable<MerchantAccountTable>;
