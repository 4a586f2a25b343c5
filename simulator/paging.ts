import { success, type Answer } from './envelope.js';
import type { Call } from './world.js';

/** How a kind of list is wrapped: `payload.transactions.transaction[]`. */
export interface ListNames {
  plural: string;
  singular: string;
}

/** One page of the rows, newest first unless `isDescending=false`; pages count from 0; both spellings of the size. */
export function pageOf(call: Call, rows: readonly Record<string, unknown>[], names: ListNames): Answer {
  const { world, query } = call;
  const size = clamp(query.get('page-size') ?? query.get('pageSize'), 30, 1, 1000);
  const number = clamp(query.get('page'), 0, 0, Number.MAX_SAFE_INTEGER);
  const ordered = query.get('isDescending') === 'false' ? rows : [...rows].reverse();
  const items = ordered.slice(number * size, (number + 1) * size);
  if (items.length === 0 && world.behaviour.emptySearchAs204)
    return { status: 204, envelope: { code: '204', status: 'success', payload: {} } };
  const list = items.length === 1 && world.behaviour.singleAsObject ? items[0] : items;
  const pages = Math.ceil(rows.length / size);
  return success(world, {
    payload: { [names.plural]: { [names.singular]: list } },
    payloadType: names.plural,
    page: {
      number,
      size,
      'total-pages': pages,
      'total-elements': rows.length,
      'number-of-elements': items.length,
      first: number === 0,
      last: number >= pages - 1,
    },
  });
}

function clamp(text: string | null, fallback: number, least: number, most: number): number {
  const value = Number(text ?? fallback);
  return Number.isInteger(value) ? Math.min(Math.max(value, least), most) : fallback;
}
