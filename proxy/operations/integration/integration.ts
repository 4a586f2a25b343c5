import type { Integration, IntegrationChange, Rates } from '../../../src/contract/integration.js';
import { nextActor, setupState, setupSteps } from '../../../src/domain/setup-progress.js';
import { isNameTyped } from '../../../src/domain/typed-name.js';
import type { Actor, Deps } from '../../deps.js';
import type { KometLocation } from '../../komet/port.js';
import { brokenRule } from '../../problem-error.js';
import type { Db, Tx } from '../../store/store.js';
import { recordEvent } from '../events.js';
import { once } from '../idempotency.js';
import { instant } from '../instants.js';
import { requireLocation, requireLocationRight } from '../scope.js';
import { readSetups, type Setup } from './setup-facts.js';
import { turnOff } from './turn-off.js';

export function readIntegration(deps: Deps) {
  return async (actor: Actor, locationId: string): Promise<Integration> => {
    await requireLocation(deps, actor, locationId);
    const currency = await currencyOf(deps, actor);
    return viewIntegration(deps.store.db, { companyId: actor.companyId, locationId, currency });
  };
}

/** Turns `Enable the Clearent Integration` on or off at a location (rules ). */
export function changeIntegration(deps: Deps) {
  return async (
    actor: Actor,
    { key, locationId, change }: { key: string; locationId: string; change: IntegrationChange },
  ): Promise<{ integration: Integration; replayed: boolean }> => {
    requireLocationRight(actor, 'settings', 'operator');
    const location = await requireLocation(deps, actor, locationId);
    const currency = await currencyOf(deps, actor);
    if (change.enabled) requireUsd(currency);
    const request = { operation: 'change-integration', key, body: { locationId, ...change } };
    const changed = await once(deps)<Integration>(actor, request, async (tx) => {
      if (change.enabled) await turnOn(deps, tx, actor, locationId);
      else await turnOffConfirmed(deps, tx, actor, location, change.confirmation);
      return viewIntegration(tx, { companyId: actor.companyId, locationId, currency });
    });
    return { integration: changed.value, replayed: changed.replayed };
  };
}

/** Keeps what was agreed with the processor. */
export function recordRates(deps: Deps) {
  return async (
    actor: Actor,
    { key, locationId, rates }: { key: string; locationId: string; rates: Rates },
  ): Promise<{ integration: Integration; replayed: boolean }> => {
    requireLocationRight(actor, 'apply', 'operator');
    await requireLocation(deps, actor, locationId);
    const currency = await currencyOf(deps, actor);
    const request = { operation: 'record-rates', key, body: { locationId, ...rates } };
    const recorded = await once(deps)<Integration>(actor, request, async (tx) => {
      await requireSubmitted(tx, actor.companyId, locationId);
      const at = instant(deps.clock());
      await tx
        .updateTable('integration')
        .set({ rates: JSON.stringify(rates), rates_recorded_at: at })
        .where('company_id', '=', actor.companyId)
        .where('location_id', '=', locationId)
        .execute();
      await integrationEvent(deps, tx, actor, { action: 'rates-recorded', locationId, members: { rates } });
      return viewIntegration(tx, { companyId: actor.companyId, locationId, currency });
    });
    return { integration: recorded.value, replayed: recorded.replayed };
  };
}

/** Read before a transaction begins: Komet's books may live in the same store, which has one connection when embedded. */
async function currencyOf({ komet }: Deps, actor: Actor): Promise<string> {
  return (await komet.readCompany(actor.companyId))?.currency ?? '';
}

function requireUsd(currency: string): void {
  if (currency !== 'USD') throw brokenRule('currency-not-usd', 'Cards are charged in USD only');
}

async function requireSubmitted(tx: Tx, companyId: string, locationId: string): Promise<void> {
  const setup = (await readSetups(tx, companyId, locationId)).get(locationId);
  if (setup?.facts.submittedAt && !setup.facts.turnedOff) return;
  throw brokenRule('application-incomplete', 'Rates are agreed on once the application is submitted');
}

async function turnOn(deps: Deps, tx: Tx, actor: Actor, locationId: string): Promise<void> {
  const setup = (await readSetups(tx, actor.companyId, locationId)).get(locationId);
  if (setup?.integration && !setup.facts.turnedOff) return;
  // Komet's own people alone turn it on again.
  if (setup?.facts.turnedOff) requireLocationRight(actor, 'operator');
  const members = {
    enabled_at: instant(deps.clock()),
    enabled_by: actor.id,
    rates: null,
    rates_recorded_at: null,
    keys_saved_at: null,
    disabled_at: null,
  };
  await tx
    .insertInto('integration')
    .values({ company_id: actor.companyId, location_id: locationId, ...members })
    .onConflict((conflict) => conflict.columns(['company_id', 'location_id']).doUpdateSet(members))
    .execute();
  await integrationEvent(deps, tx, actor, { action: 'integration-enabled', locationId });
}

async function turnOffConfirmed(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  location: KometLocation,
  confirmation: string,
): Promise<void> {
  if (!isNameTyped(confirmation, location.name)) {
    throw brokenRule('confirmation-differs', `Type the name of the location, ${location.name}`);
  }
  const lost = await turnOff(deps, tx, actor.companyId, location.id);
  await integrationEvent(deps, tx, actor, {
    action: 'integration-disabled',
    locationId: location.id,
    members: lost,
  });
}

async function viewIntegration(
  db: Db,
  { companyId, locationId, currency }: { companyId: string; locationId: string; currency: string },
): Promise<Integration> {
  const setup = (await readSetups(db, companyId, locationId)).get(locationId) ?? { facts: {} };
  const next = nextActor(setup.facts);
  return {
    locationId,
    state: setupState(setup.facts),
    steps: setupSteps(setup.facts),
    ...(next && { nextActor: next }),
    application: applicationState(setup),
    currency,
    ...(setup.integration?.rates && { rates: setup.integration.rates }),
    ...merchantOf(setup),
  };
}

function applicationState({ application }: Setup): Integration['application'] {
  if (!application) return 'none';
  return application.submitted_at === null ? 'draft' : 'submitted';
}

/** Whose account it is, once the processor has said so. */
function merchantOf({ account, facts }: Setup): Partial<Integration> {
  if (!account || !facts.verifiedAt) return {};
  return {
    ...(account.merchant_name && { merchantName: account.merchant_name }),
    ...(account.merchant_id && { merchantId: account.merchant_id }),
    ...(account.merchant_terminal_id && { merchantTerminalId: account.merchant_terminal_id }),
  };
}

function integrationEvent(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { locationId, ...rest }: { action: string; locationId: string; members?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const at = instant(deps.clock());
  return recordEvent(tx, { companyId: actor.companyId, at, actorId: actor.id, entityId: locationId, ...rest });
}
