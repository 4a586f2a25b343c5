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
    const select = within(filtered(deps, actor.companyId, query), actor);
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

type Select = ReturnType<typeof all>;

const all = (deps: Deps, companyId: string) =>
  deps.store.db.selectFrom('payment').selectAll().where('company_id', '=', companyId);

/** Only what the session may see. */
function within(select: Select, actor: Actor): Select {
  const ofCustomer = actor.customerId ? select.where('customer_id', '=', actor.customerId) : select;
  return actor.locationIds ? ofCustomer.where('location_id', 'in', [...actor.locationIds]) : ofCustomer;
}

const EQUALS = {
  customerId: 'customer_id',
  locationId: 'location_id',
  status: 'status',
  key: 'idempotency_key',
} as const;

function filtered(deps: Deps, companyId: string, query: PaymentQuery): Select {
  let select = all(deps, companyId);
  for (const name of Object.keys(EQUALS) as (keyof typeof EQUALS)[]) {
    const value = query[name];
    if (value) select = select.where(EQUALS[name], '=', value);
  }
  if (query.from) select = select.where('date', '>=', query.from);
  if (query.to) select = select.where('date', '<=', query.to);
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
