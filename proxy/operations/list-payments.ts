import { sql } from 'kysely';
import type * as z from 'zod/mini';
import type { Payment, paymentQuery } from '../../src/contract/payment.js';
import type { Actor, Deps } from '../deps.js';
import { ProblemError } from '../problem-error.js';
import { filteredPayments } from './payment-filter.js';
import { viewPayments, type PaymentRow } from './payment-view.js';
import { requirePermission } from './scope.js';

export type PaymentQuery = z.infer<typeof paymentQuery>;

const DEFAULT_LIMIT = 25;

/** Payments, newest first. The cursor names the last row of a page, so a page costs the same however far down it is. */
export function listPayments(deps: Deps) {
  return async (actor: Actor, query: PaymentQuery): Promise<{ payments: Payment[]; nextCursor?: string }> => {
    requirePermission(actor, 'pay', 'pay:order', 'pay:read');
    const limit = Number(query.limit ?? DEFAULT_LIMIT);
    const rows = await page(deps, actor, query)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const payments = await viewPayments(deps.store.db, shown);
    return rows.length > limit && last ? { payments, nextCursor: cursorOf(last) } : { payments };
  };
}

function page(deps: Deps, actor: Actor, query: PaymentQuery) {
  const found = filteredPayments(deps, actor, query).selectAll();
  const select = query.key ? found.where('idempotency_key', '=', query.key) : found;
  if (!query.cursor) return select;
  const { createdAt, id } = readCursor(query.cursor);
  return select.where(sql<boolean>`(created_at, id) < (${createdAt}::timestamptz, ${id})`);
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
