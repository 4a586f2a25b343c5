import type { Deps } from '../../deps.js';
import type { Tx } from '../../store/store.js';
import { instant } from '../instants.js';
import { refuseUnsettled } from './unsettled.js';

const NO_KEYS = {
  state: 'keys-pending',
  sealed_key: null,
  public_key: null,
  merchant_id: null,
  merchant_terminal_id: null,
  merchant_name: null,
  verified_at: null,
} as const;

/**
 * Wipes the configuration of a location (rule R-33): its keys and those of its terminals, its rates and its application.
 * Returns the accounts that were lost.
 */
export async function turnOff(
  deps: Deps,
  tx: Tx,
  companyId: string,
  locationId: string,
): Promise<{ readonly accounts: readonly string[] }> {
  const accounts = await tx
    .selectFrom('merchant_account')
    .select('id')
    .where('company_id', '=', companyId)
    .where('location_id', '=', locationId)
    .forUpdate()
    .execute();
  await refuseUnsettled(tx, companyId, locationId);
  await tx
    .updateTable('merchant_account')
    .set(NO_KEYS)
    .where('company_id', '=', companyId)
    .where('location_id', '=', locationId)
    .execute();
  await tx
    .deleteFrom('merchant_application')
    .where('company_id', '=', companyId)
    .where('location_id', '=', locationId)
    .execute();
  await tx
    .updateTable('integration')
    .set({ rates: null, rates_recorded_at: null, keys_saved_at: null, disabled_at: instant(deps.clock()) })
    .where('company_id', '=', companyId)
    .where('location_id', '=', locationId)
    .execute();
  return { accounts: accounts.map(({ id }) => id) };
}
