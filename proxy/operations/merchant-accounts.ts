import type { Deps } from '../deps.js';
import type { MerchantAccount } from '../gateway/port.js';
import { brokenRule, ProblemError } from '../problem-error.js';
import { setupState } from '../../src/domain/setup-progress.js';
import type { Db, Tx } from '../store/store.js';
import type { AccountPlace, AccountRow } from './account-row.js';
import { recordEvent } from './events.js';
import { instant } from './instants.js';
import { openPlace, opensSameMerchant, refuseOtherMerchant } from './integration/place-keys.js';
import { readSetups } from './integration/setup-facts.js';
import { openKey, sealKey } from './sealed-key.js';

const accountIdOf = (place: AccountPlace): string =>
  place.terminalId ? `${place.locationId}.${place.terminalId}` : place.locationId;

const contextOf = (companyId: string, accountId: string): string => `${companyId}/${accountId}`;

/** Keeps a gateway key sealed. It can't be read back by any route; it counts once `verifyKeys` has proved it. */
export function saveKeys(deps: Deps) {
  return async (place: AccountPlace & { readonly apiKey: string }, actorId = 'operator'): Promise<void> => {
    const id = accountIdOf(place);
    const sealedKey = await sealKey(place.apiKey, deps.config.keyEncryptionKey, contextOf(place.companyId, id));
    const former = await findAccount(deps.store.db, place);
    const isSame = await opensSameMerchant(deps, former, place.apiKey);
    await deps.store.transaction(async (tx) => {
      await refuseOtherMerchant(tx, former, isSame);
      await openPlace(deps, tx, place, actorId);
      const members = { state: 'keys-pending' as const, sealed_key: sealedKey, public_key: null, verified_at: null };
      await tx
        .insertInto('merchant_account')
        .values({
          company_id: place.companyId,
          id,
          location_id: place.locationId,
          terminal_id: place.terminalId ?? null,
          merchant_id: null,
          merchant_terminal_id: null,
          merchant_name: null,
          ...members,
        })
        .onConflict((conflict) => conflict.columns(['company_id', 'id']).doUpdateSet(members))
        .execute();
      await recordEvent(tx, {
        companyId: place.companyId,
        at: instant(deps.clock()),
        actorId,
        action: 'keys-saved',
        entityId: id,
      });
    });
  };
}

/**
 * Asks the gateway with the kept key; a good answer makes the account ready to charge, unless its key was exchanged or
 * taken away meanwhile: the answer is of the key that was asked with.
 */
export function verifyKeys(deps: Deps) {
  return async (place: AccountPlace): Promise<AccountRow> => {
    const row = await findAccount(deps.store.db, place);
    if (!row?.sealed_key) throw new ProblemError('not-found', { detail: 'No security keys are kept for this place' });
    const answer = await deps.gateway.readSettings(await openAccount(deps, row));
    if (answer.kind === 'failed') throw new ProblemError('gateway-unreachable');
    if (answer.kind === 'unauthorized') {
      throw new ProblemError('not-ready-to-charge', { detail: 'The processor does not accept the security keys' });
    }
    await refuseStranger(deps, place, answer.settings.merchantId);
    const proved = await deps.store.db
      .updateTable('merchant_account')
      .set({
        state: 'ready',
        public_key: answer.publicKey,
        merchant_id: answer.settings.merchantId,
        merchant_terminal_id: answer.settings.terminalId,
        merchant_name: answer.settings.merchantName,
        verified_at: instant(deps.clock()),
      })
      .where('company_id', '=', row.company_id)
      .where('id', '=', row.id)
      .where('sealed_key', '=', row.sealed_key)
      .returningAll()
      .executeTakeFirst();
    if (proved) return proved;
    throw new ProblemError('not-ready-to-charge', { detail: 'The security keys were changed a moment ago' });
  };
}

/** What is paid at a terminal goes to the merchant of its location. */
async function refuseStranger(deps: Deps, { companyId, locationId, terminalId }: AccountPlace, merchantId: string) {
  if (terminalId === undefined) return;
  const location = await findAccount(deps.store.db, { companyId, locationId });
  if (!location?.merchant_id || location.merchant_id === merchantId) return;
  throw brokenRule('other-merchant', 'The key belongs to another merchant than that of the location');
}

export function findAccount(db: Db, place: AccountPlace): Promise<AccountRow | undefined> {
  return db
    .selectFrom('merchant_account')
    .selectAll()
    .where('company_id', '=', place.companyId)
    .where('id', '=', accountIdOf(place))
    .executeTakeFirst();
}

/** The account to charge at a place, or a refusal that says what is missing. */
export async function requireReadyAccount(deps: Deps, place: AccountPlace): Promise<AccountRow> {
  if (place.terminalId !== undefined) await requireOfferedTerminal(deps.store.db, place);
  const row = await findAccount(deps.store.db, place);
  if (row?.state === 'ready') return row;
  const setup = (await readSetups(deps.store.db, place.companyId, place.locationId)).get(place.locationId);
  throw new ProblemError('not-ready-to-charge', {
    detail: `Set-up at this location stands at: ${setupState(setup?.facts ?? {})}`,
  });
}

async function requireOfferedTerminal(db: Db, place: AccountPlace): Promise<void> {
  const terminal = await db
    .selectFrom('terminal')
    .select('active')
    .where('company_id', '=', place.companyId)
    .where('location_id', '=', place.locationId)
    .where('id', '=', place.terminalId ?? '')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!terminal) throw new ProblemError('not-found');
  if (!terminal.active) throw new ProblemError('not-ready-to-charge', { detail: 'This terminal is not offered' });
}

/**
 * Holds the account a payment was checked against until the payment is committed, so that its key is not taken away or
 * exchanged under it.
 */
export async function holdAccount(tx: Tx, account: AccountRow): Promise<void> {
  const held = await tx
    .selectFrom('merchant_account')
    .select('state')
    .where('company_id', '=', account.company_id)
    .where('id', '=', account.id)
    .where('verified_at', '=', account.verified_at)
    .forShare()
    .executeTakeFirst();
  if (held?.state === 'ready') return;
  throw new ProblemError('not-ready-to-charge', { detail: 'The set-up of this location was changed a moment ago' });
}

/** Opens the sealed key for one call. */
export async function openAccount(deps: Deps, row: AccountRow): Promise<MerchantAccount> {
  if (!row.sealed_key) {
    throw new ProblemError('not-ready-to-charge', { detail: 'The configuration of this location was taken away' });
  }
  const context = contextOf(row.company_id, row.id);
  return { apiKey: await openKey(row.sealed_key, deps.config.keyEncryptionKey, context) };
}

export async function openAccountById(deps: Deps, companyId: string, accountId: string): Promise<MerchantAccount> {
  const row = await deps.store.db
    .selectFrom('merchant_account')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return openAccount(deps, row);
}
