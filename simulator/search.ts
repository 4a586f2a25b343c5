import { parseSearchDate } from './dates.js';
import type { Answer } from './envelope.js';
import { formatMoney } from './money.js';
import { pageOf } from './paging.js';
import type { Transaction } from './state.js';
import { listView } from './views.js';
import type { Call } from './world.js';

/** Nothing older can be found. */
const searchableMs = 90 * 86_400_000;

const filters: Record<string, (transaction: Transaction, wanted: string) => boolean> = {
  id: ({ id }, wanted) => id === wanted,
  type: ({ type }, wanted) => type === wanted.toUpperCase().replaceAll('-', ' '),
  status: ({ approved }, wanted) => (approved ? 'APPROVED' : 'DECLINED') === wanted.toUpperCase(),
  amount: ({ amount }, wanted) => formatMoney(amount) === wanted,
  'last-four': ({ card }, wanted) => card.lastFour === wanted,
  'authorization-code': ({ authorizationCode }, wanted) => authorizationCode === wanted,
  invoice: ({ echo }, wanted) => echo['invoice'] === wanted,
  'order-id': ({ echo, id }, wanted) => (echo['order-id'] ?? id) === wanted,
  'display-message': ({ message }, wanted) => message.toLowerCase().includes(wanted.toLowerCase()),
};

/** GET /rest/v2/transactions: the calling terminal's transactions, or with `level=merchant` all of its merchant's. */
export function searchTransactions(call: Call): Answer {
  const { world, terminal, query } = call;
  const zone = String(terminal.config.settings['time-zone']);
  const bound = (name: string, fallback: number) => {
    const text = query.get(name);
    return text === null ? fallback : parseSearchDate(text, zone);
  };
  const from = Math.max(bound('start-date', 0), world.now() - searchableMs);
  const to = bound('end-date', Infinity);
  const wanted = Object.entries(filters).flatMap(([name, matches]) => {
    const value = query.get(name);
    return value === null ? [] : [(transaction: Transaction) => matches(transaction, value)];
  });
  const rows = world.ledger.transactions.filter(
    (transaction) =>
      transaction.merchantId === terminal.merchant.merchantId &&
      (query.get('level') === 'merchant' || transaction.terminalId === terminal.terminalId) &&
      transaction.at >= from &&
      transaction.at <= to &&
      wanted.every((matches) => matches(transaction)),
  );
  return pageOf(call, rows.map(listView), { plural: 'transactions', singular: 'transaction' });
}
