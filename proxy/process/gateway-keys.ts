import type { Deps } from '../deps.js';
import type { AccountPlace } from '../operations/account-row.js';
import { readSetups } from '../operations/integration/setup-facts.js';
import { findAccount, openAccount, saveKeys, verifyKeys } from '../operations/merchant-accounts.js';
import type { GatewayKey } from './environment.js';

/**
 * Puts the keys of the configuration in place and proves them. One that is in place already is left alone, so that a
 * restart while the gateway is down doesn't stop a location; and a location that was turned off stays off (rule R-33).
 * Returns the keys that still wait to be proved.
 */
export async function bootstrapGatewayKeys(deps: Deps, keys: readonly GatewayKey[]): Promise<GatewayKey[]> {
  const waiting: GatewayKey[] = [];
  for (const key of keys) if (!(await ensureInPlace(deps, key))) waiting.push(key);
  return waiting;
}

async function isSettled(deps: Deps, key: GatewayKey): Promise<boolean> {
  const setup = (await readSetups(deps.store.db, key.companyId, key.locationId)).get(key.locationId);
  return setup?.facts.turnedOff === true || isInPlace(deps, key);
}

async function isInPlace(deps: Deps, key: GatewayKey): Promise<boolean> {
  const account = await findAccount(deps.store.db, placeOf(key));
  return account?.state === 'ready' && (await openAccount(deps, account)).apiKey === key.apiKey;
}

/** A key that this process can't open is not replaced: the one that is wrong may be this process's own. */
async function ensureInPlace(deps: Deps, key: GatewayKey): Promise<boolean> {
  const place = placeOf(key);
  try {
    if (await isSettled(deps, key)) return true;
    await saveKeys(deps)({ ...place, apiKey: key.apiKey }, 'configuration');
    await verifyKeys(deps)(place);
    return true;
  } catch (error) {
    const { companyId, locationId } = place;
    deps.log.warn('gateway-key-not-proved', { companyId, locationId, reason: String(error) });
    return false;
  }
}

function placeOf({ companyId, locationId, terminalId }: GatewayKey): AccountPlace {
  return { companyId, locationId, ...(terminalId !== undefined && { terminalId }) };
}
