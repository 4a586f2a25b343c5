import type { Billing, Brand } from '../../src/contract/card.js';
import type { FeeRule } from '../../src/contract/location.js';
import type { DeclineCause } from '../../src/contract/payment.js';

/** The processor account a call is made for: one per location or per terminal. The key is a secret and never printed. */
export interface MerchantAccount {
  readonly apiKey: string;
}

export type SaleSource =
  | { readonly kind: 'card-token'; readonly token: string; readonly storeCard: boolean; readonly description?: string }
  | { readonly kind: 'stored-card'; readonly vaultId: string; readonly expiry?: string }
  | { readonly kind: 'terminal' };

export interface SaleRequest {
  /** Our id of this attempt; the gateway keeps it and finds the transaction by it. */
  readonly orderId: string;
  readonly amountCents: number;
  readonly feeCents: number;
  /** A surcharge is left out by the gateway when the card turns out to be a debit card; the approval then says a fee of 0. */
  readonly feeKind?: FeeRule['kind'];
  readonly source: SaleSource;
  /** Shown in the processor's own screens, e.g. invoice numbers; at most 100 characters are sent. */
  readonly invoiceText: string;
  readonly customerId: string;
  readonly billing?: Billing;
}

/** What the gateway says of a transaction, reduced to what may be kept. */
export interface GatewayTransaction {
  readonly id: string;
  readonly orderId?: string;
  readonly type: 'sale' | 'auth' | 'capture' | 'forced-sale' | 'refund' | 'unmatched-refund' | 'void' | 'other';
  readonly result: 'approved' | 'declined' | 'error';
  /** Goods and tip, without the service fee. */
  readonly amountCents: number;
  /** How much of the amount is a tip, which a clerk may set at the terminal as long as the batch is open. */
  readonly tipCents: number;
  readonly feeCents: number;
  readonly voided: boolean;
  readonly settled: boolean;
  readonly pending: boolean;
  readonly authorizationCode?: string;
  readonly resultCode?: string;
  readonly cause?: DeclineCause;
  readonly last4?: string;
  readonly brand?: Brand;
  /** Without leading zeros. */
  readonly batchId?: string;
  /** The transaction this one voids, refunds or captures. */
  readonly parentId?: string;
  readonly createdAt?: string;
}

export interface VaultCard {
  readonly vaultId: string;
  readonly brand: Brand;
  readonly last4: string;
  readonly expiry?: string;
}

export type RejectionReason =
  | 'not-sent'
  | 'invalid-request'
  | 'unauthorized'
  | 'card-token-expired'
  | 'terminal-unreachable'
  | 'terminal-busy'
  | 'cancelled-at-terminal'
  | 'not-reversible';

export type UnknownReason =
  'timeout' | 'connection-lost' | 'server-error' | 'unreadable' | 'mismatch' | 'duplicate-answer';

/**
 * What became of a call that moves money. `rejected` is definite: nothing was charged. Whatever leaves a doubt is `unknown`
 * and is settled by `findByOrderId`, never by sending again.
 */
export type GatewayOutcome =
  | { readonly kind: 'approved'; readonly transaction: GatewayTransaction; readonly vaultCard?: VaultCard }
  | { readonly kind: 'declined'; readonly transactionId?: string; readonly cause: DeclineCause; readonly code?: string }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason; readonly code?: string }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

export type SearchOutcome =
  { readonly kind: 'answered'; readonly transactions: readonly GatewayTransaction[] } | { readonly kind: 'failed' };

/** How many of a list's transactions were looked at, and of how many where the gateway tells. */
export interface Seen {
  readonly done: number;
  readonly total?: number;
}

/** Takes some transactions of a list; one that changed meanwhile may come again. Throwing stops the list. */
export type VisitTransactions = (transactions: readonly GatewayTransaction[], seen: Seen) => Promise<void> | void;

/** `answered` only when the list was whole: after `failed`, what was visited proves nothing. */
export interface ListOutcome {
  readonly kind: 'answered' | 'failed';
}

/** A batch as the gateway sums it up, from one closing to the next. Totals hold what is not voided. */
export interface GatewayBatch {
  /** Without leading zeros. */
  readonly id: string;
  readonly status: 'open' | 'pending' | 'closed' | 'failed' | 'other';
  readonly merchantId?: string;
  readonly terminalId?: string;
  readonly terminalName?: string;
  readonly openedAt?: string;
  readonly closedAt?: string;
  readonly salesCount: number;
  readonly salesCents: number;
  readonly refundCount: number;
  readonly refundCents: number;
  /** Sales less refunds. */
  readonly netCents: number;
  readonly confirmationCode?: string;
}

/** Instants, both inside the range. The processor may look back no further than 90 days. */
export interface InstantRange {
  readonly from: string;
  readonly to: string;
}

export type BatchesOutcome =
  { readonly kind: 'answered'; readonly batches: readonly GatewayBatch[] } | { readonly kind: 'failed' };

/** What a batch must add up to for it to be closed. */
export interface BatchTotals {
  readonly count: number;
  readonly netCents: number;
}

export type CloseBatchOutcome =
  | { readonly kind: 'closed'; readonly batch: GatewayBatch }
  /** On its way; `listBatches` tells when it is closed. */
  | { readonly kind: 'pending'; readonly batch: GatewayBatch }
  | { readonly kind: 'no-open-batch' }
  /** The processor's totals are not the expected ones; the batch stays open. */
  | { readonly kind: 'differs' }
  | { readonly kind: 'failed' }
  /** It may be closed; `listBatches` tells. */
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

export type StoreCardOutcome =
  | { readonly kind: 'stored'; readonly card: VaultCard }
  | { readonly kind: 'declined'; readonly cause: DeclineCause; readonly code?: string }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason; readonly code?: string }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };

export type DeleteCardOutcome = { readonly kind: 'deleted' } | { readonly kind: 'failed' };

export interface TerminalSettings {
  readonly merchantId: string;
  readonly terminalId: string;
  readonly merchantName: string;
  readonly timeZone?: string;
}

export type SettingsOutcome =
  | { readonly kind: 'answered'; readonly settings: TerminalSettings; readonly publicKey: string }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'failed' };

export interface ReversalRequest {
  /** Our id of the reversal attempt. */
  readonly orderId: string;
  /** The gateway's id of the sale. */
  readonly transactionId: string;
  readonly amountCents: number;
}

/** A card processor. One adapter per processor; nothing outside it knows the processor's words. */
export interface PaymentGateway {
  /** One request, never repeated by the adapter. */
  sale(account: MerchantAccount, request: SaleRequest): Promise<GatewayOutcome>;
  void(account: MerchantAccount, request: ReversalRequest): Promise<GatewayOutcome>;
  refund(account: MerchantAccount, request: ReversalRequest): Promise<GatewayOutcome>;
  /** All transactions of the merchant that carry this order-id, of whatever type. */
  findByOrderId(account: MerchantAccount, orderId: string): Promise<SearchOutcome>;
  findById(account: MerchantAccount, transactionId: string): Promise<SearchOutcome>;
  /** Visits all transactions of the merchant made within the range, oldest first, the declined too. */
  listTransactions(account: MerchantAccount, range: InstantRange, visit: VisitTransactions): Promise<ListOutcome>;
  /** All batches of the merchant closed (or opened and not yet closed) within the range, oldest first. */
  listBatches(account: MerchantAccount, range: InstantRange): Promise<BatchesOutcome>;
  /** Closes the open batch of the account's own terminal, if it adds up to what is expected. */
  closeBatch(account: MerchantAccount, expected?: BatchTotals): Promise<CloseBatchOutcome>;
  storeCard(
    account: MerchantAccount,
    request: {
      readonly orderId: string;
      readonly token: string;
      readonly description?: string;
      readonly billing?: Billing;
    },
  ): Promise<StoreCardOutcome>;
  deleteCard(account: MerchantAccount, vaultId: string): Promise<DeleteCardOutcome>;
  /** Proves the key and reads what the card frame needs. */
  readSettings(account: MerchantAccount): Promise<SettingsOutcome>;
}
