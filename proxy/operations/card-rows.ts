import type { Selectable } from 'kysely';
import type { StoredCard } from '../../src/contract/card.js';
import type { VaultCard } from '../gateway/port.js';
import type { Db, Tx } from '../store/store.js';
import type { CardTable } from '../store/tables.js';

export type CardRow = Selectable<CardTable>;

export function viewCard(row: CardRow): StoredCard {
  return {
    id: row.id,
    customerId: row.customer_id,
    locationId: row.location_id,
    brand: row.brand,
    last4: row.last4,
    ...(row.expiry && { expiry: row.expiry }),
    description: row.description,
    primary: row.is_primary,
    createdAt: row.created_at,
  };
}

export function findUsableCard(db: Db, companyId: string, cardId: string): Promise<CardRow | undefined> {
  return db
    .selectFrom('card')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', cardId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export interface NewCard {
  readonly companyId: string;
  readonly id: string;
  readonly customerId: string;
  readonly locationId: string;
  readonly accountId: string;
  readonly vaultCard: VaultCard;
  readonly description: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

/** Keeps a card of the vault, once: the same vault card of a customer stays one row. The first of a location becomes primary. */
export async function keepCard(tx: Tx, card: NewCard): Promise<CardRow> {
  const known = await tx
    .selectFrom('card')
    .selectAll()
    .where('company_id', '=', card.companyId)
    .where('customer_id', '=', card.customerId)
    .where('location_id', '=', card.locationId)
    .where('deleted_at', 'is', null)
    .execute();
  const same = known.find((row) => row.account_id === card.accountId && row.vault_id === card.vaultCard.vaultId);
  if (same) return same;
  const first = !known.some((row) => row.is_primary);
  const primary = first ? await insertCard(tx, card, true) : undefined;
  return primary ?? (await insertCard(tx, card, false)) ?? findSame(tx, card);
}

/** Undefined when another transaction was quicker: a card that can't be kept must not keep its payment from being booked. */
function insertCard(tx: Tx, card: NewCard, primary: boolean): Promise<CardRow | undefined> {
  return tx
    .insertInto('card')
    .values({
      company_id: card.companyId,
      id: card.id,
      customer_id: card.customerId,
      location_id: card.locationId,
      account_id: card.accountId,
      vault_id: card.vaultCard.vaultId,
      brand: card.vaultCard.brand,
      last4: card.vaultCard.last4,
      expiry: card.vaultCard.expiry ?? null,
      description: card.description,
      is_primary: primary,
      created_at: card.createdAt,
      created_by: card.createdBy,
      deleted_at: null,
      purged_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

function findSame(tx: Tx, card: NewCard): Promise<CardRow> {
  return tx
    .selectFrom('card')
    .selectAll()
    .where('company_id', '=', card.companyId)
    .where('account_id', '=', card.accountId)
    .where('customer_id', '=', card.customerId)
    .where('vault_id', '=', card.vaultCard.vaultId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
}
