import type { Deps } from '../../deps.js';
import { brokenRule } from '../../problem-error.js';
import type { Tx } from '../../store/store.js';
import { instant } from '../instants.js';
import type { AccountPlace, AccountRow } from '../account-row.js';
import { notFound } from '../scope.js';
import { findUnsettled } from './unsettled.js';

/**
 * Whether a new key may take the place of the old one now: with a payment whose outcome is open only when it opens the same
 * merchant's account, because only that merchant's key can find the payment.
 */
export async function opensSameMerchant(deps: Deps, account: AccountRow | undefined, apiKey: string): Promise<boolean> {
  if (!account?.merchant_id) return false;
  if ((await findUnsettled(deps.store.db, account.company_id, account.location_id)) === undefined) return false;
  const answer = await deps.gateway.readSettings({ apiKey });
  return answer.kind === 'answered' && answer.settings.merchantId === account.merchant_id;
}

/** Refuses to put another merchant's key where a payment's outcome is open. The account is locked against new payments. */
export async function refuseOtherMerchant(tx: Tx, account: AccountRow | undefined, isSame: boolean): Promise<void> {
  if (!account?.merchant_id || isSame) return;
  await tx
    .selectFrom('merchant_account')
    .select('id')
    .where('company_id', '=', account.company_id)
    .where('id', '=', account.id)
    .forUpdate()
    .execute();
  const live = await findUnsettled(tx, account.company_id, account.location_id);
  if (live === undefined) return;
  throw brokenRule('payments-under-way', 'The outcome of a payment at this location is not known yet', {
    items: [{ id: live, paymentId: live }],
  });
}

/** A key belongs to a terminal, or to a location whose integration counts as enabled from then on. */
export async function openPlace(deps: Deps, tx: Tx, place: AccountPlace, actorId: string): Promise<void> {
  const at = instant(deps.clock());
  if (place.terminalId !== undefined) return openTerminal(tx, { ...place, terminalId: place.terminalId }, at, actorId);
  await tx
    .insertInto('integration')
    .values({
      company_id: place.companyId,
      location_id: place.locationId,
      enabled_at: at,
      enabled_by: actorId,
      keys_saved_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'location_id']).doUpdateSet({ keys_saved_at: at, disabled_at: null }),
    )
    .execute();
}

/** A terminal that is first heard of by its key gets its id as its name. */
async function openTerminal(tx: Tx, place: Required<AccountPlace>, at: string, actorId: string): Promise<void> {
  const known = await tx
    .selectFrom('terminal')
    .select(['location_id', 'deleted_at'])
    .where('company_id', '=', place.companyId)
    .where('id', '=', place.terminalId)
    .executeTakeFirst();
  if (known && (known.location_id !== place.locationId || known.deleted_at !== null)) throw notFound();
  if (known) return;
  await tx
    .insertInto('terminal')
    .values({
      company_id: place.companyId,
      id: place.terminalId,
      location_id: place.locationId,
      name: place.terminalId,
      active: true,
      created_at: at,
      created_by: actorId,
    })
    .execute();
}
