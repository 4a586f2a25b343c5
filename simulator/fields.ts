import { formatMoney, parseMoney } from './money.js';
import { invalid, Refusal } from './refusal.js';

/** Reading the members of a request as strictly as the gateway does. */
export type Body = Record<string, unknown>;

/** The gateway's ceiling for one transaction, cents. */
const amountMaximum = 99_999_999;

/**
 * Cents of the member `amount`.
 * @throws Refusal 400/041 when it is not text with two decimals, 400/043 below `minimum`, 400/044 above the ceiling
 */
export function readAmount(body: Body, minimum: number): number {
  const amount = parseMoney(body['amount']);
  if (amount === undefined) throw invalid('Invalid amount, a string with two decimals is required');
  if (amount < minimum) throw new Refusal(400, '043', `Amount Minimum ${formatMoney(minimum)}`);
  if (amount > amountMaximum) throw new Refusal(400, '044', `Amount Maximum ${formatMoney(amountMaximum)}`);
  return amount;
}

/** Cents of an optional money member, 0 when absent. */
export function readExtra(body: Body, name: string): number {
  if (body[name] === undefined) return 0;
  const cents = parseMoney(body[name]);
  if (cents === undefined) throw invalid(`Invalid ${name}, a string with two decimals is required`);
  return cents;
}

export function readText(body: Body, name: string): string | undefined {
  const value = body[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw invalid(`Invalid ${name}, a string is required`);
  return value;
}

/** Flags arrive as booleans and as text. */
export function readFlag(body: Body, name: string, fallback = false): boolean {
  const value = body[name];
  if (typeof value === 'string') return value.toLowerCase() === 'true';
  return typeof value === 'boolean' ? value : fallback;
}

const echoed = [
  'order-id',
  'invoice',
  'purchase-order',
  'customer-id',
  'description',
  'comments',
  'email-address',
  'client-ip',
  'server-id',
  'sales-tax-amount',
  'sales-tax-type',
  'software-type',
  'software-type-version',
];

/** The members of a request that its transaction carries on. */
export function readEcho(body: Body): Record<string, unknown> {
  for (const name of ['invoice', 'purchase-order']) {
    if ((readText(body, name) ?? '').length > 100) throw invalid(`${name} must not be longer than 100 characters`);
  }
  const texts = echoed.map((name) => [name, readText(body, name)]).filter(([, value]) => value !== undefined);
  const shared =
    body['billing-is-shipping'] === undefined
      ? []
      : [['billing-is-shipping', String(readFlag(body, 'billing-is-shipping'))]];
  const addresses = ['billing', 'shipping'].map((name) => [name, readAddress(body, name)]).filter(([, value]) => value);
  return Object.fromEntries([...texts, ...shared, ...addresses]) as Record<string, unknown>;
}

export function readAddress(body: Body, name: string): Record<string, string> | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject || Object.values(value).some((member) => typeof member !== 'string')) throw invalid(`Invalid ${name}`);
  return value as Record<string, string>;
}
