import type * as z from 'zod';
import type { MerchantAccount, Seen } from '../port.js';
import type { Call, Caller, Reply } from './call.js';
import { isFailed, readList, type Answer, type ListNames } from './schemas.js';

/** Rows asked for at once; the gateway may give fewer. */
const PAGE_SIZE = 100;

/** A million rows, far above what a merchant makes in the gateway's 90 days; a gateway that never ends its pages is broken. */
const MAX_PAGES = 10_000;

export interface ListCall<T extends z.ZodType> {
  readonly call: Omit<Call, 'method'>;
  readonly row: T;
  readonly names: ListNames;
  /** What tells rows apart. */
  readonly key: (row: z.infer<T>) => string | undefined;
}

/**
 * All pages of a list. Undefined unless the list is known to be whole: a row that is overlooked would make a payment look
 * as if it had never been made.
 */
export async function readPages<T extends z.ZodType>(
  caller: Caller,
  account: MerchantAccount,
  list: ListCall<T>,
): Promise<z.infer<T>[] | undefined> {
  const found = new Map<string | undefined, z.infer<T>>();
  const isWhole = await forEachPage(caller, account, list, (rows) => {
    for (const row of rows) found.set(list.key(row), row);
  });
  return isWhole ? [...found.values()] : undefined;
}

/**
 * The same a page at a time, so that a long list never stands in memory. A row that moved to another page meanwhile is visited again,
 * as it is by then. False when what was visited is not the whole list. Asked oldest first, so that what is added meanwhile shifts
 * no page.
 */
export async function forEachPage<T extends z.ZodType>(
  caller: Caller,
  account: MerchantAccount,
  { call, row, names, key }: ListCall<T>,
  visit: (rows: readonly z.infer<T>[], seen: Seen) => Promise<void> | void,
): Promise<boolean> {
  const found = new Set<string>();
  for (let number = 0; number < MAX_PAGES; number++) {
    const reply = await caller(account, { ...call, method: 'GET', query: { ...call.query, ...pageQuery(number) } });
    if (reply.kind === 'answer' && reply.status === 204) return true;
    const answer = listAnswerOf(reply);
    const rows = answer && readList(row, answer, names);
    if (!rows || !collect(rows, key, found)) return false;
    await visit(rows, seenOf(found, answer));
    if (isLast(answer, rows.length, number)) return isWhole(found, answer);
  }
  return false;
}

function seenOf({ size: done }: ReadonlySet<string>, { page }: Answer): Seen {
  const total = page?.['total-elements'];
  return { done, ...(total !== undefined && { total }) };
}

/** The documents say `page-size`, the processor's own app sends `pageSize`. Pages count from 0. */
function pageQuery(number: number): Record<string, string> {
  const size = String(PAGE_SIZE);
  return { page: String(number), 'page-size': size, pageSize: size, isDescending: 'false' };
}

function listAnswerOf(reply: Reply): Answer | undefined {
  if (reply.kind !== 'answer' || reply.status !== 200 || !reply.answer) return undefined;
  return isFailed(reply.answer) ? undefined : reply.answer;
}

/** False when a row has no key. */
function collect<R>(rows: readonly R[], key: (row: R) => string | undefined, found: Set<string>): boolean {
  for (const row of rows) {
    const name = key(row);
    if (name === undefined) return false;
    found.add(name);
  }
  return true;
}

/** Without page information a page that is not full is the last. */
function isLast({ page }: Answer, length: number, number: number): boolean {
  if (length === 0 || page?.last === true) return true;
  if (page?.last === false) return false;
  if (page?.['total-pages'] !== undefined) return (page.number ?? number) + 1 >= page['total-pages'];
  return length < PAGE_SIZE;
}

function isWhole(found: ReadonlySet<string>, { page }: Answer): boolean {
  return found.size >= (page?.['total-elements'] ?? 0);
}
