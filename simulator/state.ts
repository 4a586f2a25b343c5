/** Everything the gateway knows, as plain data: what a process may write down and start again from. */
export interface Ledger {
  transactions: Transaction[];
  tokens: Token[];
  batches: Batch[];
  cardJwts: CardJwt[];
  terminals: Record<string, TerminalConfig>;
  counters: { draws: number; transaction: number; token: number; batch: number; exchange: number; journal: number };
  clockOffset: number;
}

/** What the simulator keeps of a card. The number itself is forgotten as soon as this is read from it. */
export interface Card {
  lastFour: string;
  cardType: string;
  /** MMYY */
  expDate: string;
  /** Equal for equal numbers; for the duplicate rule. */
  fingerprint: string;
  /** Result code with which every charge of this card is declined. */
  decline?: string;
}

/** A card together with what the security code of this one entry provokes. */
export interface PresentedCard extends Card {
  cscResult: string;
}

export type TransactionType = 'SALE' | 'AUTH' | 'CAPTURE' | 'FORCED SALE' | 'REFUND' | 'UNMATCHED REFUND' | 'VOID';

export interface Transaction {
  id: string;
  at: number;
  merchantId: string;
  terminalId: string;
  type: TransactionType;
  code: string;
  message: string;
  approved: boolean;
  /** Cents; the cardholder pays amount + tip + fee + addedTax. */
  amount: number;
  tip: number;
  fee: number;
  addedTax: number;
  tipAdjusted: boolean;
  card: Card;
  entryMethod: string;
  authorizationCode?: string;
  avsResult?: string;
  cscResult?: string;
  batchId?: string;
  /** The transaction this one captures, refunds or voids. */
  refId?: string;
  pending: boolean;
  settled: boolean;
  voided: boolean;
  /** Members of the request that are given back unchanged (order-id, invoice, billing …). */
  echo: Record<string, unknown>;
}

export interface Token {
  id: string;
  vault: string;
  card: Card;
  created: number;
  updated: number;
  status: string;
  timesUsed: number;
  description?: string;
  customerKey?: string;
  avsZip?: string;
  avsAddress?: string;
}

export interface Batch {
  id: string;
  merchantId: string;
  terminalId: string;
  status: 'OPEN' | 'PENDING' | 'CLOSED' | 'FAILED';
  opened: number;
  settled?: number;
  /** A PENDING batch closes by itself then. */
  pendingUntil?: number;
  confirmation?: string;
}

/** A card waiting behind the single-use token of the card form. */
export interface CardJwt {
  jwt: string;
  merchantId: string;
  card: PresentedCard;
  expires: number;
  used: boolean;
}

export interface DuplicateRule {
  enabled: boolean;
  'check-merchant-level': boolean;
  'time-range-in-minutes': number;
  'include-invoice': boolean;
  'use-invoice-instead-of-card': boolean;
  'if-duplicate-found-respond-with-error': boolean;
}

export interface Device {
  'device-api-key': string;
  enabled: boolean;
  manufacturer: string;
}

/** AVS and CSC response filters: which answers of the issuer the merchant accepts. */
export interface ResponseFilter {
  enabled: boolean;
  responses: { name: string; code: string; allowed: boolean }[];
}

/** What a merchant may change about a terminal. */
export interface TerminalConfig {
  settings: Record<string, string | boolean>;
  avs: ResponseFilter;
  csc: ResponseFilter;
  duplicates: DuplicateRule;
  device?: Device;
  /** The reader waits for `/__sim/terminals/{id}/respond` instead of approving by itself. */
  interactive: boolean;
}

export function emptyLedger(firstTransaction: number): Ledger {
  const counters = { draws: 0, transaction: firstTransaction, token: 0, batch: 213, exchange: 0, journal: 0 };
  return { transactions: [], tokens: [], batches: [], cardJwts: [], terminals: {}, counters, clockOffset: 0 };
}

/** What the cardholder pays in all, or gets back. */
export function totalOf(transaction: Transaction): number {
  return transaction.amount + transaction.tip + transaction.fee + transaction.addedTax;
}
