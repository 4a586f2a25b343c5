import { sql } from 'kysely';
import type * as z from 'zod/mini';
import type { Payment, paymentQuery } from '../../src/contract/payment.js';
import type { Actor, Deps } from '../deps.js';
import { ProblemError } from '../problem-error.js';
import { viewPayments, type PaymentRow } from './payment-view.js';
import { requirePermission } from './scope.js';

export type PaymentQuery = z.infer<typeof paymentQuery>;

const DEFAULT_LIMIT = 25;

/** Payments, newest first. The cursor names the last row of a page, so a page costs the same however far down it is. */
export function listPayments(deps: Deps) {
  return async (actor: Actor, query: PaymentQuery): Promise<{ payments: Payment[]; nextCursor?: string }> => {
    requirePermission(actor, 'pay', 'pay:order', 'pay:read');
    const limit = Number(query.limit ?? DEFAULT_LIMIT);
    let select = deps.store.db.selectFrom('payment').selectAll().where('company_id', '=', actor.companyId);
    if (actor.customerId) select = select.where('customer_id', '=', actor.customerId);
    if (actor.locationIds) select = select.where('location_id', 'in', [...actor.locationIds]);
    if (query.customerId) select = select.where('customer_id', '=', query.customerId);
    if (query.locationId) select = select.where('location_id', '=', query.locationId);
    if (query.status) select = select.where('status', '=', query.status);
    if (query.key) select = select.where('idempotency_key', '=', query.key);
    if (query.from) select = select.where('date', '>=', query.from);
    if (query.to) select = select.where('date', '<=', query.to);
    if (query.cursor) {
      const { createdAt, id } = readCursor(query.cursor);
      select = select.where(sql<boolean>`(created_at, id) < (${createdAt}::timestamptz, ${id})`);
    }
    const rows = await select
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const payments = await viewPayments(deps.store.db, page);
    return rows.length > limit && last ? { payments, nextCursor: cursorOf(last) } : { payments };
  };
}

const cursorOf = (row: PaymentRow): string => btoa(`${row.created_at}|${row.id}`);

function readCursor(cursor: string): { createdAt: string; id: string } {
  const text = decode(cursor);
  const [createdAt = '', id = ''] = text.split('|');
  if (
    !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(createdAt) ||
    Number.isNaN(Date.parse(createdAt)) ||
    !/^[\w-]{1,64}$/.test(id)
  ) {
    throw new ProblemError('invalid-request', {
      errors: [{ pointer: '/query/cursor', message: 'is not a cursor of this list' }],
    });
  }
  return { createdAt, id };
}

function decode(cursor: string): string {
  try {
    return atob(cursor);
  } catch {
    return '';
  }
}
