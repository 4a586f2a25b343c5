import type { FeeRule } from '../../../src/contract/location.js';
import type { LocationSettings, LocationSettingsChange } from '../../../src/contract/setting.js';
import type { Actor, Deps } from '../../deps.js';
import type { Db, Tx } from '../../store/store.js';
import { recordEvent } from '../events.js';
import { once } from '../idempotency.js';
import { instant } from '../instants.js';
import { requireLocation, requireLocationRight } from '../scope.js';
import { readFeeRule, saveFeeRule } from './fee-rules.js';

/** What is set at a location; everything is off until it is turned on. The caller has checked who asks. */
export async function readLocationSettings(
  deps: Deps,
  companyId: string,
  locationId: string,
): Promise<LocationSettings> {
  return readFrom(deps.store.db, companyId, locationId);
}

async function readFrom(db: Db, companyId: string, locationId: string): Promise<LocationSettings> {
  const row = await db
    .selectFrom('location_setting')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('location_id', '=', locationId)
    .executeTakeFirst();
  const feeRule = await readFeeRule(db, companyId, locationId);
  return {
    allowPaymentUponConfirmation: row?.allow_payment_upon_confirmation ?? false,
    allowSalespeopleToManageCards: row?.allow_salespeople_to_manage_cards ?? false,
    ...(feeRule && { feeRule }),
  };
}

export function locationSettings(deps: Deps) {
  return async (actor: Actor, locationId: string): Promise<LocationSettings> => {
    await requireLocation(deps, actor, locationId);
    return readLocationSettings(deps, actor.companyId, locationId);
  };
}

/** Changes what is named and keeps who changed what, before and after. */
export function changeLocationSettings(deps: Deps) {
  return async (
    actor: Actor,
    { key, locationId, change }: { key: string; locationId: string; change: LocationSettingsChange },
  ): Promise<{ settings: LocationSettings; replayed: boolean }> => {
    requireLocationRight(actor, 'settings');
    await requireLocation(deps, actor, locationId);
    const request = { operation: 'change-location-settings', key, body: { locationId, ...change } };
    const changed = await once(deps)<LocationSettings>(actor, request, async (tx) => {
      const place = { companyId: actor.companyId, locationId };
      const before = await readFrom(tx, actor.companyId, locationId);
      const after = applied(before, change);
      await save(tx, place, after);
      await recordEvent(tx, {
        companyId: actor.companyId,
        at: instant(deps.clock()),
        actorId: actor.id,
        action: 'location-settings-changed',
        entityId: locationId,
        members: { before, after },
      });
      return after;
    });
    return { settings: changed.value, replayed: changed.replayed };
  };
}

function applied(before: LocationSettings, { feeRule, ...flags }: LocationSettingsChange): LocationSettings {
  const { feeRule: kept, ...rest } = before;
  const rule: FeeRule | null | undefined = feeRule === undefined ? kept : feeRule;
  const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
  return { ...rest, ...given, ...(rule && { feeRule: rule }) };
}

async function save(
  tx: Tx,
  { companyId, locationId }: { companyId: string; locationId: string },
  settings: LocationSettings,
): Promise<void> {
  const members = {
    allow_payment_upon_confirmation: settings.allowPaymentUponConfirmation,
    allow_salespeople_to_manage_cards: settings.allowSalespeopleToManageCards,
  };
  await tx
    .insertInto('location_setting')
    .values({ company_id: companyId, location_id: locationId, ...members })
    .onConflict((conflict) => conflict.columns(['company_id', 'location_id']).doUpdateSet(members))
    .execute();
  await saveFeeRule(tx, companyId, locationId, settings.feeRule);
}
