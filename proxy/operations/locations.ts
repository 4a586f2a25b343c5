import type { Location } from '../../src/contract/location.js';
import { setupState } from '../../src/domain/setup-progress.js';
import type { Actor, Deps } from '../deps.js';
import { readSetups } from './integration/setup-facts.js';
import { mayUseLocation } from './scope.js';

/** The locations of the session, each with how far its card set-up has come. */
export function listLocations(deps: Deps) {
  return async (actor: Actor): Promise<{ locations: Location[] }> => {
    const { db } = deps.store;
    const locations = await deps.komet.listLocations(actor.companyId);
    const setups = await readSetups(db, actor.companyId);
    const settings = await db
      .selectFrom('location_setting')
      .selectAll()
      .where('company_id', '=', actor.companyId)
      .execute();
    const rules = await db.selectFrom('fee_rule').selectAll().where('company_id', '=', actor.companyId).execute();
    return {
      locations: locations
        .filter((location) => mayUseLocation(actor, location.id))
        .map((location) => {
          const { facts, account } = setups.get(location.id) ?? { facts: {} };
          const own = settings.find((row) => row.location_id === location.id);
          const rule = rules.find((row) => row.location_id === location.id);
          return {
            ...location,
            integrationState: setupState(facts),
            allowSalespeopleToManageCards: own?.allow_salespeople_to_manage_cards ?? false,
            ...(account?.merchant_name && { merchantName: account.merchant_name }),
            ...(rule && {
              feeRule: { kind: rule.kind, percentHundredths: rule.percent_hundredths, flatCents: rule.flat_cents },
            }),
          };
        }),
    };
  };
}
