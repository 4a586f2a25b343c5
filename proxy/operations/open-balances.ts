import { sql } from 'kysely';
import type { KometCredit, KometInvoice } from '../komet/port.js';
import type { Db } from '../store/store.js';

export type ItemKind = 'invoice' | 'credit';

/** An invoice or credit by its amounts in Komet. */
export interface ItemBalance {
  readonly id: string;
  readonly totalCents: number;
  readonly balanceCents: number;
}

export const balanceOf = (item: KometInvoice | KometCredit): ItemBalance => ({
  id: item.id,
  totalCents: 'totalCents' in item ? item.totalCents : item.amountCents,
  balanceCents: item.balanceCents,
});

/**
 * What can be put on each item now, by its id: Komet's balance less what is on its way there, and never more than this proxy has
 * not yet put on it. A balance that Komet reopened without a reversal here is not paid a second time.
 */
export async function openBalances(
  db: Db,
  companyId: string,
  kind: ItemKind,
  items: readonly ItemBalance[],
): Promise<Map<string, number>> {
  const ids = items.map((item) => item.id);
  const onTheWay = await undeliveredCents(db, companyId, kind, ids);
  const accounts = await itemAccounts(db, companyId, kind, ids);
  return new Map(
    items.map(({ id, totalCents, balanceCents }) => {
      const room = totalCents - (accounts.get(id)?.used_cents ?? 0);
      return [id, Math.max(0, Math.min(balanceCents - (onTheWay.get(id) ?? 0), room))];
    }),
  );
}

/**
 * What approved payments have taken from items and Komet does not know yet, by item id. Komet's balance less this is what is open.
 * A reversal counts only once Komet has it, so an open balance is never shown too high.
 */
async function undeliveredCents(
  db: Db,
  companyId: string,
  kind: ItemKind,
  itemIds: readonly string[],
): Promise<Map<string, number>> {
  if (itemIds.length === 0) return new Map();
  const rows = await (kind === 'invoice' ? invoiceUse(db, companyId, itemIds) : creditUse(db, companyId, itemIds));
  return new Map(rows.map((row) => [row.item_id, row.cents]));
}

function invoiceUse(db: Db, companyId: string, ids: readonly string[]) {
  return db
    .selectFrom('payment_allocation as line')
    .innerJoin('payment as paid', (join) =>
      join.onRef('paid.company_id', '=', 'line.company_id').onRef('paid.id', '=', 'line.payment_id'),
    )
    .innerJoin('outbox', (join) =>
      join.onRef('outbox.company_id', '=', 'line.company_id').onRef('outbox.payment_id', '=', 'line.payment_id'),
    )
    .select([
      'line.invoice_id as item_id',
      sql<number>`sum(line.amount_cents + line.discount_cents)::bigint`.as('cents'),
    ])
    .where('line.company_id', '=', companyId)
    .where('line.invoice_id', 'in', ids)
    .where('paid.concept', '=', 'payment')
    .where('outbox.delivered_at', 'is', null)
    .groupBy('line.invoice_id')
    .execute();
}

function creditUse(db: Db, companyId: string, ids: readonly string[]) {
  return db
    .selectFrom('payment_credit as line')
    .innerJoin('payment as paid', (join) =>
      join.onRef('paid.company_id', '=', 'line.company_id').onRef('paid.id', '=', 'line.payment_id'),
    )
    .innerJoin('outbox', (join) =>
      join.onRef('outbox.company_id', '=', 'line.company_id').onRef('outbox.payment_id', '=', 'line.payment_id'),
    )
    .select(['line.credit_id as item_id', sql<number>`sum(line.amount_cents)::bigint`.as('cents')])
    .where('line.company_id', '=', companyId)
    .where('line.credit_id', 'in', ids)
    .where('paid.concept', 'in', ['payment', 'refund'])
    .where('outbox.delivered_at', 'is', null)
    .groupBy('line.credit_id')
    .execute();
}

/** Which live payment holds each item. */
export async function holders(
  db: Db,
  companyId: string,
  kind: ItemKind,
  itemIds: readonly string[],
): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('hold')
    .select(['item_id', 'payment_id'])
    .where('company_id', '=', companyId)
    .where('kind', '=', kind)
    .where('item_id', 'in', itemIds)
    .execute();
  return new Map(rows.map((row) => [row.item_id, row.payment_id]));
}

/** The count of changes this proxy made to each item; one it never touched stands at 1. */
export async function versions(
  db: Db,
  companyId: string,
  kind: ItemKind,
  itemIds: readonly string[],
): Promise<Map<string, number>> {
  const accounts = await itemAccounts(db, companyId, kind, itemIds);
  return new Map([...accounts.values()].map((row) => [row.item_id, row.version]));
}

async function itemAccounts(db: Db, companyId: string, kind: ItemKind, itemIds: readonly string[]) {
  const rows = itemIds.length === 0 ? [] : await itemAccountRows(db, companyId, kind, itemIds);
  return new Map(rows.map((row) => [row.item_id, row]));
}

const itemAccountRows = (db: Db, companyId: string, kind: ItemKind, itemIds: readonly string[]) =>
  db
    .selectFrom('item_account')
    .select(['item_id', 'used_cents', 'version'])
    .where('company_id', '=', companyId)
    .where('kind', '=', kind)
    .where('item_id', 'in', itemIds)
    .execute();
