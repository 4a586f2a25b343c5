import type { CardRequestLink, RequestedCard, RequestedCardSaved } from '../../../src/contract/card-request.js';
import type { Actor, Deps } from '../../deps.js';
import { ProblemError } from '../../problem-error.js';
import { keepCard } from '../card-rows.js';
import { requireStored } from '../cards.js';
import { recordEvent } from '../events.js';
import { atMostOnce, type Replayable } from '../idempotency.js';
import { instant } from '../instants.js';
import { openAccountById } from '../merchant-accounts.js';
import { notFound } from '../scope.js';
import { readLinkToken } from './link-token.js';
import { savingSince, stateOf, type CardRequestRow } from './request-rows.js';

/** Reads whether a link is open. A made-up one is told nothing else than one that is over. */
export function readLink(deps: Deps) {
  return async (token: string): Promise<CardRequestLink> => {
    const row = await findByToken(deps, token);
    if (!row) return { state: 'invalid' };
    const state = stateOf(row, deps.clock());
    if (state !== 'sent' && state !== 'opened') return { state };
    return { state: 'open', companyName: row.company_name, expiresAt: row.expires_at };
  };
}

/** The request behind a link whose form is being opened; remembers that it was, since only a person gets this far. */
export function openLink(deps: Deps) {
  return async (token: string): Promise<CardRequestRow> => {
    const row = requireOpen(deps, await findByToken(deps, token));
    await deps.store.db
      .updateTable('card_request')
      .set({ opened_at: instant(deps.clock()) })
      .where('company_id', '=', row.company_id)
      .where('id', '=', row.id)
      .where('opened_at', 'is', null)
      .execute();
    return row;
  };
}

/** The request behind a link, whatever became of it. @throws ProblemError `not-found` for a made-up one */
export async function requireLink(deps: Deps, token: string): Promise<CardRequestRow> {
  const row = await findByToken(deps, token);
  if (!row) throw notFound();
  return row;
}

/**
 * Puts the card that was typed behind a link into the vault, once: the request is taken, and that committed, before the gateway is
 * called. Of two windows one saves its card; the other is told that the link is over.
 */
export function answerLink(deps: Deps) {
  return async (
    request: CardRequestRow,
    { key, card, requestId }: { key: string; card: RequestedCard; requestId: string },
  ): Promise<Replayable<RequestedCardSaved>> => {
    const actor = holderOf(request, requestId);
    const asked = { operation: 'answer-card-request', key, body: { requestId: request.id, ...card } };
    return atMostOnce(deps)<RequestedCardSaved>(actor, asked, async (commit) => {
      const savingId = await take(deps, request);
      const vaultCard = await store(deps, request, savingId, card);
      return deps.store.transaction(async (tx) => {
        const row = await keepCard(tx, {
          companyId: request.company_id,
          id: deps.newId(),
          customerId: request.customer_id,
          locationId: request.location_id,
          accountId: request.account_id,
          vaultCard,
          description: card.description ?? '',
          createdAt: instant(deps.clock()),
          createdBy: actor.id,
        });
        const at = instant(deps.clock());
        await tx
          .updateTable('card_request')
          .set({ completed_at: at, card_id: row.id, saving_id: null, saving_since: null })
          .where('company_id', '=', request.company_id)
          .where('id', '=', request.id)
          .where('saving_id', '=', savingId)
          .returning('id')
          .executeTakeFirstOrThrow();
        const event = { companyId: request.company_id, at, actorId: actor.id, action: 'card-saved', entityId: row.id };
        await recordEvent(tx, event);
        const saved = { brand: row.brand, last4: row.last4 };
        await commit(tx, saved);
        return saved;
      });
    });
  };
}

/** Takes the request for this run. A run that was cut off gives it up after a while. */
async function take(deps: Deps, { company_id, id }: CardRequestRow): Promise<string> {
  const now = instant(deps.clock());
  const taken = await deps.store.db
    .updateTable('card_request')
    .set({ saving_id: deps.newId(), saving_since: now })
    .where('company_id', '=', company_id)
    .where('id', '=', id)
    .where('completed_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where((eb) => eb.or([eb('saving_since', 'is', null), eb('saving_since', '<=', savingSince(deps))]))
    .returningAll()
    .executeTakeFirst();
  if (taken?.saving_id) return taken.saving_id;
  const row = await deps.store.db
    .selectFrom('card_request')
    .selectAll()
    .where('company_id', '=', company_id)
    .where('id', '=', id)
    .executeTakeFirst();
  requireOpen(deps, row);
  throw new ProblemError('request-in-progress');
}

async function store(deps: Deps, request: CardRequestRow, savingId: string, card: RequestedCard) {
  try {
    const account = await openAccountById(deps, request.company_id, request.account_id);
    const outcome = await deps.gateway.storeCard(account, {
      orderId: savingId,
      token: card.cardToken,
      ...(card.description && { description: card.description }),
      ...(card.billing && { billing: card.billing }),
    });
    return requireStored(outcome);
  } catch (error) {
    await deps.store.db
      .updateTable('card_request')
      .set({ saving_id: null, saving_since: null })
      .where('company_id', '=', request.company_id)
      .where('saving_id', '=', savingId)
      .execute();
    throw error;
  }
}

async function findByToken(deps: Deps, token: string): Promise<CardRequestRow | undefined> {
  const key = await readLinkToken(token);
  if (!key) return undefined;
  return deps.store.db
    .selectFrom('card_request')
    .selectAll()
    .where('company_id', '=', key.companyId)
    .where('token_hash', '=', key.tokenHash)
    .executeTakeFirst();
}

/** A link that is over is refused like one that never was. */
function requireOpen(deps: Deps, row: CardRequestRow | undefined): CardRequestRow {
  const state = row && stateOf(row, deps.clock());
  if (!row || (state !== 'sent' && state !== 'opened')) throw notFound();
  return row;
}

/** Whoever holds the link, for the audit trail: not a user, and with no right but this one. */
function holderOf(row: CardRequestRow, requestId: string): Actor {
  return {
    companyId: row.company_id,
    id: `card-request:${row.id}`,
    name: row.email,
    kind: 'portal',
    permissions: new Set(),
    customerId: row.customer_id,
    locationIds: [row.location_id],
    requestId,
  };
}
