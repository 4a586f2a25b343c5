import { BRANDS, type Brand } from '../../../src/contract/card.js';
import type { GatewayTransaction } from '../port.js';
import { holdsCardNumber } from './card-number.js';
import { decimalToCents } from './money.js';
import { present } from './present.js';
import { causeOf } from './result-codes.js';
import type { TransactionRow } from './schemas.js';

type Type = GatewayTransaction['type'];
type Result = GatewayTransaction['result'];

const TYPES = new Map<string, Type>([
  ['SALE', 'sale'],
  ['AUTH', 'auth'],
  ['CAPTURE', 'capture'],
  ['FORCED SALE', 'forced-sale'],
  ['REFUND', 'refund'],
  ['UNMATCHED REFUND', 'unmatched-refund'],
  ['VOID', 'void'],
]);

/**
 * A transaction reduced to what may be kept. Undefined when what money depends on is missing or unreadable: its number,
 * its result, or the amount of something approved.
 */
export function toTransaction(row: TransactionRow): GatewayTransaction | undefined {
  const id = safeText(row.id);
  const result = resultOf(row);
  const money = moneyOf(row);
  if (id === undefined || result === undefined) return undefined;
  if (money === undefined && (result === 'approved' || row.amount !== undefined)) return undefined;
  return {
    id,
    type: typeOf(row),
    result,
    ...(money ?? { amountCents: 0, tipCents: 0, feeCents: 0 }),
    voided: row.voided === true || row['voided-auth'] === true,
    settled: row.settled === true,
    pending: row.pending === true,
    ...verdictOf(row, result),
    ...detailsOf(row),
  };
}

function verdictOf(row: TransactionRow, result: Result): Pick<GatewayTransaction, 'resultCode' | 'cause'> {
  const resultCode = safeText(row['result-code']);
  const cause = result === 'declined' ? (causeOf(resultCode ?? '') ?? 'declined') : undefined;
  return present({ resultCode, cause });
}

/** Lists say it in `status`, answers in `result`. */
export function resultOf({ result, status }: TransactionRow): Result | undefined {
  const word = (result ?? status)?.toUpperCase();
  if (word === undefined) return undefined;
  if (word === 'APPROVED') return 'approved';
  return word === 'DECLINED' ? 'declined' : 'error';
}

export function typeOf({ type }: TransactionRow): Type {
  return TYPES.get((type ?? '').toUpperCase().replace(/[-_ ]+/g, ' ')) ?? 'other';
}

/** Gateways and their exports write brands in many ways. */
export function toBrand(text: string | undefined): Brand {
  const name = (text ?? '').toLowerCase().replace(/[^a-z]/g, '');
  if (name === 'mc') return 'mastercard';
  if (name === 'americanexpress') return 'amex';
  return BRANDS.find((brand) => name === brand) ?? 'other';
}

/** The last four digits of a masked number, of four digits, or of a vault's id. */
export function lastFourOf(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.map((text) => /\d{4}$/.exec(text ?? '')?.[0]).find((digits) => digits !== undefined);
}

/** Short, and without anything that could be a card's number. */
export function safeText(text: string | undefined): string | undefined {
  return text !== undefined && text.length <= 100 && !holdsCardNumber(text) ? text : undefined;
}

/** An instant in ISO form; the gateway writes `yyyy-MM-dd HH:mm:ss.SSS` and means UTC. */
export function instantOf(text: string | undefined): string | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(\.\d{1,3})?\d*Z?$/.exec(text ?? '');
  const milliseconds = parts ? Date.parse(`${parts[1] ?? ''}T${parts[2] ?? ''}${parts[3] ?? ''}Z`) : NaN;
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}

/** Zero-padded on reads, bare on answers. */
export function batchNumberOf(text: string | undefined): string | undefined {
  return safeText(text)?.replace(/^0+(?=.)/, '');
}

function moneyOf(row: TransactionRow): Pick<GatewayTransaction, 'amountCents' | 'tipCents' | 'feeCents'> | undefined {
  const amount = row.amount === undefined ? undefined : decimalToCents(row.amount);
  const tip = decimalToCents(row['tip-amount'] ?? '0');
  const fee = decimalToCents(row['service-fee'] ?? '0');
  if (amount === undefined || tip === undefined || fee === undefined) return undefined;
  return { amountCents: Math.abs(amount) + tip, tipCents: tip, feeCents: fee };
}

function detailsOf(row: TransactionRow): Partial<GatewayTransaction> {
  const { 'order-id': orderId, 'card-type': cardType } = row;
  return present({
    // A text that cannot be kept must not pass for a missing one.
    orderId: orderId === undefined ? undefined : (safeText(orderId) ?? 'withheld'),
    authorizationCode: safeText(row['authorization-code']),
    last4: lastFourOf(row['last-four'], row.card),
    brand: cardType === undefined ? undefined : toBrand(cardType),
    batchId: batchNumberOf(row['batch-string-id']),
    parentId: safeText(row['ref-id']),
    createdAt: instantOf(row.created),
  });
}
