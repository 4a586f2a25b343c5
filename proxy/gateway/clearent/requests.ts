import type { Billing } from '../../../src/contract/card.js';
import type { ReversalRequest, SaleRequest } from '../port.js';
import { centsToDecimal } from './money.js';

/** A call as the gateway documents it. Only documented members are sent. */
export interface WireRequest {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Who is calling; the gateway wants it in every body. */
export interface Software {
  readonly version: string;
}

const MAX_INVOICE_CHARACTERS = 100;

/** Where a sale goes depends on where its card comes from: the card frame, the vault, or a reader. */
export function toSale(request: SaleRequest, software: Software): WireRequest {
  const { source } = request;
  const body = { ...saleMembers(request), ...softwareMembers(software) };
  switch (source.kind) {
    case 'card-token':
      return {
        path: '/rest/v2/mobile/transactions/sale',
        headers: { mobilejwt: source.token },
        body: { ...body, ...(source.storeCard && vaultMembers(source.description)) },
      };
    case 'stored-card':
      return {
        path: '/rest/v2/transactions/sale',
        body: { ...body, card: source.vaultId, ...(source.expiry !== undefined && { 'exp-date': source.expiry }) },
      };
    case 'terminal':
      return { path: '/rest/v2/terminal/transactions/sale', body };
  }
}

export function toVoid({ orderId, transactionId }: ReversalRequest, software: Software): WireRequest {
  const body = { type: 'VOID', id: transactionId, 'order-id': orderId, ...softwareMembers(software) };
  return { path: '/rest/v2/transactions/void', body };
}

/** A matched refund has no path of its own that is documented: the type in the body says it. */
export function toRefund({ orderId, transactionId, amountCents }: ReversalRequest, software: Software): WireRequest {
  const amount = centsToDecimal(amountCents);
  const body = { type: 'REFUND', id: transactionId, amount, 'order-id': orderId, ...softwareMembers(software) };
  return { path: '/rest/v2/transactions', body };
}

export interface CardToStore {
  readonly orderId: string;
  readonly token: string;
  readonly description?: string;
  readonly billing?: Billing;
}

/** Asking for nothing: an authorization of 0.00 puts the card into the vault. */
export function toStoreCard({ orderId, token, description, billing }: CardToStore, software: Software): WireRequest {
  return {
    path: '/rest/v2/mobile/transactions/auth',
    headers: { mobilejwt: token },
    body: {
      type: 'AUTH',
      amount: centsToDecimal(0),
      'order-id': orderId,
      ...(billing && billingMember(billing)),
      ...vaultMembers(description),
      ...softwareMembers(software),
    },
  };
}

export function softwareMembers({ version }: Software): Record<string, string> {
  return { 'software-type': 'KometPayWidgets', 'software-type-version': version };
}

function saleMembers(request: SaleRequest): Record<string, unknown> {
  const { orderId, customerId, amountCents, feeCents, billing } = request;
  const invoice = cut(request.invoiceText, MAX_INVOICE_CHARACTERS);
  return {
    type: 'SALE',
    amount: centsToDecimal(amountCents),
    ...(feeCents !== 0 && { 'service-fee': centsToDecimal(feeCents) }),
    'order-id': orderId,
    ...(invoice !== '' && { invoice }),
    ...(customerId !== '' && { 'customer-id': customerId }),
    ...(billing && billingMember(billing)),
  };
}

function vaultMembers(description: string | undefined): Record<string, unknown> {
  return { 'create-token': true, ...(description && { 'token-description': description }) };
}

function billingMember({ name, street, zip }: Billing): { billing?: Record<string, string> } {
  const [lastName, ...firstNames] = (name ?? '').split(/\s+/).reverse();
  const members = {
    'first-name': firstNames.reverse().join(' '),
    'last-name': lastName ?? '',
    street: street ?? '',
    zip: zip ?? '',
  };
  const given = Object.entries(members).filter(([, value]) => value !== '');
  return given.length === 0 ? {} : { billing: Object.fromEntries(given) };
}

/** Never half of a surrogate pair at the end. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
