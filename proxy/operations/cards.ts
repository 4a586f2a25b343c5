import type * as z from 'zod/mini';
import type { cardChange, CardCreation, StoredCard } from '../../src/contract/card.js';
import type { Actor, Deps } from '../deps.js';
import type { StoreCardOutcome } from '../gateway/port.js';
import { ProblemError } from '../problem-error.js';
import type { Tx } from '../store/store.js';
import { findUsableCard, keepCard, viewCard, type CardRow } from './card-rows.js';
import { recordEvent } from './events.js';
import { atMostOnce, once } from './idempotency.js';
import { instant } from './instants.js';
import { openAccount, openAccountById, requireReadyAccount } from './merchant-accounts.js';
import { requireCardRight } from './settings/card-rights.js';
import {
  mayUseCustomer,
  mayUseLocation,
  notFound,
  requireCustomer,
  requireLocation,
  requirePermission,
} from './scope.js';

type CardChange = z.infer<typeof cardChange>;

/** The customer's cards, the primary one first; with a location only those its account can charge. */
export function listCards(deps: Deps) {
  return async (
    actor: Actor,
    query: { customerId: string; locationId?: string | undefined },
  ): Promise<{ cards: StoredCard[] }> => {
    await requireCustomer(deps, actor, query.customerId);
    let select = deps.store.db
      .selectFrom('card')
      .selectAll()
      .where('company_id', '=', actor.companyId)
      .where('customer_id', '=', query.customerId)
      .where('deleted_at', 'is', null);
    if (query.locationId) select = select.where('location_id', '=', query.locationId);
    const rows = await select.orderBy('is_primary', 'desc').orderBy('created_at').execute();
    return { cards: rows.filter((row) => mayUseLocation(actor, row.location_id)).map(viewCard) };
  };
}

/** Puts a card that was typed into the card frame into the vault; nothing is charged. */
export function storeCard(deps: Deps) {
  return async (
    actor: Actor,
    { key, customerId, creation }: { key: string; customerId: string; creation: CardCreation },
  ): Promise<{ card: StoredCard; replayed: boolean }> => {
    requirePermission(actor, 'card:save', 'card:sales');
    const customer = await requireCustomer(deps, actor, customerId);
    const location = await requireLocation(deps, actor, creation.locationId);
    await requireCardRight(deps.store.db, actor, 'card:save', location.id);
    const account = await requireReadyAccount(deps, { companyId: actor.companyId, locationId: location.id });
    const request = { operation: 'store-card', key, body: { customerId, ...creation } };
    const stored = await atMostOnce(deps)<StoredCard>(actor, request, async (commit) => {
      const outcome = await deps.gateway.storeCard(await openAccount(deps, account), {
        orderId: deps.newId(),
        token: creation.cardToken,
        ...(creation.description && { description: creation.description }),
        ...(creation.billing && { billing: creation.billing }),
      });
      const vaultCard = requireStored(outcome);
      return deps.store.transaction(async (tx) => {
        const row = await keepCard(tx, {
          companyId: actor.companyId,
          id: deps.newId(),
          customerId: customer.id,
          locationId: location.id,
          accountId: account.id,
          vaultCard,
          description: creation.description ?? '',
          createdAt: instant(deps.clock()),
          createdBy: actor.id,
        });
        await cardEvent(deps, tx, actor, 'card-saved', row);
        const card = viewCard(row);
        await commit(tx, card);
        return card;
      });
    });
    return { card: stored.value, replayed: stored.replayed };
  };
}

/** The card the gateway kept, or a refusal that says why it did not. */
export function requireStored(outcome: StoreCardOutcome) {
  if (outcome.kind === 'stored') return outcome.card;
  if (outcome.kind === 'unknown') {
    throw new ProblemError('outcome-unknown', {
      detail: 'The card may have been saved; nothing was charged',
      moneyMoved: 'no',
    });
  }
  if (outcome.kind === 'rejected' && outcome.reason === 'not-sent') throw new ProblemError('gateway-unreachable');
  throw new ProblemError('card-not-saved', {
    detail: outcome.kind === 'declined' ? outcome.cause : outcome.reason,
  });
}

/** Changes the description, the only member that can be edited (rule R-13), or makes the card the primary one. */
export function changeCard(deps: Deps) {
  return async (
    actor: Actor,
    { key, cardId, change }: { key: string; cardId: string; change: CardChange },
  ): Promise<{ card: StoredCard; replayed: boolean }> => {
    requirePermission(actor, 'card:save', 'card:sales');
    const row = await requireCard(deps, actor, cardId);
    await requireCardRight(deps.store.db, actor, 'card:save', row.location_id);
    const request = { operation: 'change-card', key, body: { cardId, ...change } };
    const changed = await once(deps)<StoredCard>(actor, request, async (tx) => {
      if (change.primary) await dropPrimary(tx, row);
      const updated = await tx
        .updateTable('card')
        .set({
          ...(change.description !== undefined && { description: change.description }),
          ...(change.primary && { is_primary: true }),
          company_id: actor.companyId,
        })
        .where('company_id', '=', actor.companyId)
        .where('id', '=', cardId)
        .returningAll()
        .executeTakeFirstOrThrow();
      await cardEvent(deps, tx, actor, 'card-changed', updated);
      return viewCard(updated);
    });
    return { card: changed.value, replayed: changed.replayed };
  };
}

async function dropPrimary(tx: Tx, row: CardRow): Promise<void> {
  await tx
    .updateTable('card')
    .set({ is_primary: false })
    .where('company_id', '=', row.company_id)
    .where('customer_id', '=', row.customer_id)
    .where('location_id', '=', row.location_id)
    .where('is_primary', '=', true)
    .execute();
}

/** Deletes a card here at once; the vault is told as well, and again later should it not answer. */
export function deleteCard(deps: Deps) {
  return async (actor: Actor, { key, cardId }: { key: string; cardId: string }): Promise<{ replayed: boolean }> => {
    requirePermission(actor, 'card:delete', 'card:sales');
    const deleted = await once(deps)<string>(actor, { operation: 'delete-card', key, body: { cardId } }, async (tx) => {
      const row = await requireCard(deps, actor, cardId, tx);
      await requireCardRight(tx, actor, 'card:delete', row.location_id);
      await refuseInUse(tx, row);
      await tx
        .updateTable('card')
        .set({ deleted_at: instant(deps.clock()), is_primary: false })
        .where('company_id', '=', row.company_id)
        .where('id', '=', row.id)
        .execute();
      await cardEvent(deps, tx, actor, 'card-deleted', row);
      return row.id;
    });
    await purgeDeletedCards(deps, { companyId: actor.companyId, cardId: deleted.value });
    return { replayed: deleted.replayed };
  };
}

async function refuseInUse(tx: Tx, row: CardRow): Promise<void> {
  const live = await tx
    .selectFrom('payment')
    .select('id')
    .where('company_id', '=', row.company_id)
    .where('card_id', '=', row.id)
    .where('status', 'in', ['requested', 'unknown', 'charge-back-requested'])
    .executeTakeFirst();
  if (live) throw new ProblemError('card-in-use', { items: [{ id: row.id, paymentId: live.id }] });
}

/** Removes cards that were deleted here from the vault, where that has not succeeded yet; all of them unless one is named. */
export async function purgeDeletedCards(
  deps: Deps,
  only?: { readonly companyId: string; readonly cardId: string },
): Promise<void> {
  let select = deps.store.db
    .selectFrom('card')
    .selectAll()
    .where('deleted_at', 'is not', null)
    .where('purged_at', 'is', null);
  if (only) select = select.where('company_id', '=', only.companyId).where('id', '=', only.cardId);
  for (const row of await select.orderBy('deleted_at').limit(20).execute()) await purge(deps, row);
}

async function purge(deps: Deps, row: CardRow): Promise<void> {
  try {
    if (await isStillUsed(deps, row)) return;
    const account = await openAccountById(deps, row.company_id, row.account_id);
    const outcome = await deps.gateway.deleteCard(account, row.vault_id);
    if (outcome.kind !== 'deleted') return;
    await deps.store.db
      .updateTable('card')
      .set({ purged_at: instant(deps.clock()) })
      .where('company_id', '=', row.company_id)
      .where('id', '=', row.id)
      .execute();
  } catch (error) {
    deps.log.warn('card-not-purged', { companyId: row.company_id, cardId: row.id, reason: String(error) });
  }
}

/** One card of the vault may be kept for several customers, or again after it was deleted here. */
async function isStillUsed(deps: Deps, row: CardRow): Promise<boolean> {
  const other = await deps.store.db
    .selectFrom('card')
    .select('id')
    .where('company_id', '=', row.company_id)
    .where('vault_id', '=', row.vault_id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return other !== undefined;
}

async function requireCard(deps: Deps, actor: Actor, cardId: string, tx?: Tx): Promise<CardRow> {
  const row = await findUsableCard(tx ?? deps.store.db, actor.companyId, cardId);
  if (!row || !mayUseCustomer(actor, row.customer_id) || !mayUseLocation(actor, row.location_id)) throw notFound();
  return row;
}

function cardEvent(deps: Deps, tx: Tx, actor: Actor, action: string, row: CardRow): Promise<void> {
  const at = instant(deps.clock());
  return recordEvent(tx, { companyId: actor.companyId, at, actorId: actor.id, action, entityId: row.id });
}
