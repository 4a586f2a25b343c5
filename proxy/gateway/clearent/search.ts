import type {
  GatewayTransaction,
  InstantRange,
  ListOutcome,
  MerchantAccount,
  SearchOutcome,
  VisitTransactions,
} from '../port.js';
import type { Caller } from './call.js';
import { forEachPage, readPages, type ListCall } from './paging.js';
import { transactionRow, type TransactionRow } from './schemas.js';
import { toTransaction } from './transactions.js';

const DAY_MS = 86_400_000;

/** The gateway keeps 90 days; a window that touches the limit could be refused as a whole. */
const SEARCHABLE_DAYS = 88;

export interface SearchOptions {
  readonly caller: Caller;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly timeoutMs: number;
}

/** What a search is narrowed by, and what its rows are held against in case the gateway ignored it. */
export interface SearchTerms {
  readonly operation: string;
  readonly query: Readonly<Record<string, string>>;
  readonly keep: (transaction: GatewayTransaction) => boolean;
}

/** Searches all terminals of the merchant. An answer that is not whole and readable to the last row has failed. */
export async function searchTransactions(
  { caller, clock, timeoutMs }: SearchOptions,
  account: MerchantAccount,
  { operation, query, keep }: SearchTerms,
): Promise<SearchOutcome> {
  const call = { operation, query: { ...query, ...searchableWindow(clock()) }, timeoutMs };
  const rows = await readPages(caller, account, transactionList(call));
  const transactions = rows?.map(toTransaction);
  if (!transactions || !isWhole(transactions)) return { kind: 'failed' };
  return { kind: 'answered', transactions: transactions.filter(keep) };
}

/** Visits all transactions of the merchant that were made within the range, a page at a time. */
export async function listTransactions(
  { caller, timeoutMs }: SearchOptions,
  account: MerchantAccount,
  range: InstantRange,
  visit: VisitTransactions,
): Promise<ListOutcome> {
  const call = { operation: 'list-transactions', query: paddedWindow(range), timeoutMs };
  let unreadable = 0;
  const isWhole = await forEachPage(caller, account, transactionList(call), async (rows, seen) => {
    const transactions = rows.map(toTransaction).filter((transaction) => transaction !== undefined);
    unreadable += rows.length - transactions.length;
    const within = transactions.filter(({ createdAt }) => isWithin(range, createdAt));
    if (unreadable === 0) await visit(within, seen);
  });
  return { kind: isWhole && unreadable === 0 ? 'answered' : 'failed' };
}

const transactionList = ({ query, ...call }: Omit<ListCall<typeof transactionRow>['call'], 'path'>) => ({
  call: { ...call, path: '/rest/v2/transactions', query: { ...query, level: 'merchant' } },
  row: transactionRow,
  names: { plural: 'transactions', singular: 'transaction' },
  key: ({ id }: TransactionRow) => id,
});

/** An order-id that a row does not repeat is taken from the search that found it. */
export function hasOrderId(orderId: string): SearchTerms['keep'] {
  return (transaction) => transaction.orderId === undefined || transaction.orderId === orderId;
}

/** Clocks and time zones may differ: the gateway is asked for a day more on either side. */
export function paddedWindow({ from, to }: InstantRange): Record<string, string> {
  return windowOf(Date.parse(from) - DAY_MS, Date.parse(to) + DAY_MS);
}

export function isWithin({ from, to }: InstantRange, instant: string | undefined): boolean {
  if (instant === undefined) return true;
  const at = Date.parse(instant);
  return at >= Date.parse(from) && at <= Date.parse(to);
}

function searchableWindow(now: number): Record<string, string> {
  return windowOf(now - SEARCHABLE_DAYS * DAY_MS, now + DAY_MS);
}

function windowOf(from: number, to: number): Record<string, string> {
  return { 'start-date': minuteOf(from), 'end-date': minuteOf(to) };
}

/** `yyyy-MM-dd HH:mm UTC` */
function minuteOf(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function isWhole<T>(items: readonly (T | undefined)[]): items is readonly T[] {
  return items.every((item) => item !== undefined);
}
