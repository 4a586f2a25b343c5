import type { GatewayOutcome, MerchantAccount, PaymentGateway, ReversalRequest, SaleRequest } from '../port.js';
import type { GatewayHttp } from '../transport.js';
import { closeBatch, listBatches } from './batches.js';
import { createCaller, type Caller, type CallLog } from './call.js';
import { toRefund, toSale, toStoreCard, toVoid, type WireRequest } from './requests.js';
import { outcomeOf } from './responses.js';
import { hasOrderId, listTransactions, searchTransactions, type SearchOptions } from './search.js';
import { readSettings } from './settings.js';
import { deleteOutcomeOf, storeCardOutcomeOf } from './vault.js';
import type { Expected } from './verdict.js';

export interface ClearentOptions {
  /** Origin of the gateway, from the configuration: its sandbox and live hosts differ, and move. */
  readonly baseUrl: string;
  readonly http: GatewayHttp;
  /** Our release, told with every write. */
  readonly softwareVersion: string;
  /** For everything that moves money without a reader, ms. */
  readonly saleTimeoutMs: number;
  /** The call stays open while the customer presents the card, ms. */
  readonly terminalTimeoutMs: number;
  /** For reads, ms. */
  readonly queryTimeoutMs: number;
  /** Milliseconds since the epoch: a search is limited to the days the gateway keeps. */
  readonly clock: () => number;
  readonly log?: CallLog;
}

/** The Clearent (Xplor Pay) gateway behind the port. It holds no state and repeats nothing. */
export function createClearentGateway(options: ClearentOptions): PaymentGateway {
  const caller = createCaller(options);
  const software = { version: options.softwareVersion };
  const write = createWrite(caller);
  const { saleTimeoutMs, queryTimeoutMs } = options;
  return {
    sale: async (account, request) => {
      const { endpoint, timeoutMs } = placeOf(request, options);
      const { orderId, amountCents, feeCents, feeKind } = request;
      const fee = { feeCents, ...(feeKind && { feeKind }) };
      const expected = { operation: 'sale', endpoint, orderId, amountCents, ...fee } as const;
      return outcomeOf(await write(account, 'sale', toSale(request, software), timeoutMs), expected);
    },
    void: async (account, request) =>
      reversalOutcome(await write(account, 'void', toVoid(request, software), saleTimeoutMs), 'void', request),
    refund: async (account, request) =>
      reversalOutcome(await write(account, 'refund', toRefund(request, software), saleTimeoutMs), 'refund', request),
    storeCard: async (account, request) => {
      const { orderId } = request;
      const expected = { operation: 'store-card', endpoint: 'mobile', orderId, amountCents: 0, feeCents: 0 } as const;
      return storeCardOutcomeOf(
        await write(account, 'store-card', toStoreCard(request, software), saleTimeoutMs),
        expected,
      );
    },
    deleteCard: async (account, vaultId) => {
      const path = `/rest/v2/tokens/${encodeURIComponent(vaultId)}`;
      const call = { operation: 'delete-card', method: 'DELETE', path, timeoutMs: queryTimeoutMs } as const;
      return deleteOutcomeOf(await caller(account, call));
    },
    readSettings: (account) => readSettings(caller, account, queryTimeoutMs),
    ...createSearches({ caller, clock: options.clock, timeoutMs: queryTimeoutMs }),
    listBatches: (account, range) => listBatches(caller, account, range, queryTimeoutMs),
    closeBatch: (account, expected) => closeBatch(caller, account, expected, { ...software, timeoutMs: saleTimeoutMs }),
  };
}

function createSearches(
  search: SearchOptions,
): Pick<PaymentGateway, 'findByOrderId' | 'findById' | 'listTransactions'> {
  return {
    findByOrderId: (account, orderId) =>
      searchTransactions(search, account, {
        operation: 'find-by-order-id',
        query: { 'order-id': orderId },
        keep: hasOrderId(orderId),
      }),
    findById: (account, transactionId) =>
      searchTransactions(search, account, {
        operation: 'find-by-id',
        query: { id: transactionId },
        keep: ({ id }) => id === transactionId,
      }),
    listTransactions: (account, range, visit) => listTransactions(search, account, range, visit),
  };
}

function createWrite(caller: Caller) {
  return (account: MerchantAccount, operation: string, request: WireRequest, timeoutMs: number) =>
    caller(account, { operation, method: 'POST', ...request, timeoutMs });
}

function placeOf(
  { source }: SaleRequest,
  options: ClearentOptions,
): Pick<Expected, 'endpoint'> & { timeoutMs: number } {
  if (source.kind === 'terminal') return { endpoint: 'terminal', timeoutMs: options.terminalTimeoutMs };
  return { endpoint: source.kind === 'card-token' ? 'mobile' : 'keyed', timeoutMs: options.saleTimeoutMs };
}

function reversalOutcome(
  reply: Parameters<typeof outcomeOf>[0],
  operation: 'void' | 'refund',
  { orderId, amountCents, transactionId }: ReversalRequest,
): GatewayOutcome {
  return outcomeOf(reply, { operation, endpoint: 'keyed', orderId, amountCents, feeCents: 0, parentId: transactionId });
}
