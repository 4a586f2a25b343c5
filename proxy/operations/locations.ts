import type { Location } from '../../src/contract/location.js';
import type { Actor, Deps } from '../deps.js';
import { mayUseLocation } from './scope.js';

/** The locations of the session, each with how far its card set-up has come. */
export function listLocations(deps: Deps) {
  return async (actor: Actor): Promise<{ locations: Location[] }> => {
    const { db } = deps.store;
    const locations = await deps.komet.listLocations(actor.companyId);
    const accounts = await db
      .selectFrom('merchant_account')
      .select(['location_id', 'state', 'merchant_name'])
      .where('company_id', '=', actor.companyId)
      .where('terminal_id', 'is', null)
      .execute();
    const rules = await db.selectFrom('fee_rule').selectAll().where('company_id', '=', actor.companyId).execute();
    return {
      locations: locations
        .filter((location) => mayUseLocation(actor, location.id))
        .map((location) => {
          const account = accounts.find((row) => row.location_id === location.id);
          const rule = rules.find((row) => row.location_id === location.id);
          return {
            ...location,
            integrationState: account?.state ?? 'not-enabled',
            ...(account?.merchant_name && { merchantName: account.merchant_name }),
            ...(rule && {
              feeRule: { kind: rule.kind, percentHundredths: rule.percent_hundredths, flatCents: rule.flat_cents },
            }),
          };
        }),
    };
  };
}
