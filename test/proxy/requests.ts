import { readdirSync } from 'node:fs';
import type * as z from 'zod/mini';
import type { Route } from '../../src/contract/routes.js';
import { newKey, paymentOf, SECRETS, sessionRequest, type Call, type Proxy } from './given.js';

/** A request that would be answered well, and the schema of its body. */
export interface GoodRequest {
  name: string;
  route: Route;
  path: string;
  call: Call;
  body: Record<string, unknown> | undefined;
  schema: z.ZodMiniType | undefined;
}

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'path' in value && 'answers' in value;

const CONTRACT = new URL('../../src/contract/', import.meta.url);
const modules = await Promise.all(
  readdirSync(CONTRACT)
    .filter((name) => /(^|-)routes\.ts$/.test(name))
    .map((name) => import(new URL(name, CONTRACT).href) as Promise<object>),
);

/** Every route that a module of the contract says. */
export const ALL_ROUTES: readonly Route[] = modules
  .flatMap((module): unknown[] => Object.values(module))
  .filter(isRoute);

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

const APPLICATION = {
  business: { legalName: 'Flores', kind: 'llc', taxId: '12-3456789', zip: '33172' },
  owner: { name: 'Ana', sharePercent: 100 },
  volumes: { monthlyCents: 1, keyedPercent: 0 },
  bank: { name: 'Bank', accountLast4: '1234' },
  contact: { email: 'ana@flores.example' },
};

/** One good request for every route, with a session that may do everything and ids that exist. */
export async function goodRequests(proxy: Proxy): Promise<GoodRequest[]> {
  const token = await proxy.session();
  const ids = await givenIds(proxy, token);
  const bodies: Record<string, Record<string, unknown>> = { ...MONEY_BODIES, ...SETTING_BODIES };
  bodies['POST /v1/sessions'] = { ...sessionRequest() };
  const cardToken = await proxy.cardToken();
  bodies['POST /v1/payments'] = paymentOf(cardToken, PAYMENT);
  bodies['POST /v1/card-request-links/{token}'] = { cardToken, consent: true, description: 'Office' };
  bodies['POST /v1/customers/{customerId}/cards'] = {
    locationId: 'miami',
    cardToken,
    description: 'Office',
    billing: { zip: '33172' },
  };
  return ALL_ROUTES.map((route) => {
    const name = nameOf(route);
    const body = bodies[name];
    const bearer = typeof route.access === 'string' ? SECRETS.one : token;
    return {
      name,
      route,
      path: route.path.replaceAll(/\{(\w+)\}/g, (_, id: string) => ids[id] ?? 'x') + (QUERIES[name] ?? ''),
      call: { ...(route.access !== 'anyone' && { token: bearer }), ...(body && { body }) },
      body,
      schema: route.body,
    };
  });
}

/** Something of each kind that a path can name, all of it at Miami. */
async function givenIds(proxy: Proxy, token: string): Promise<Record<string, string>> {
  const make = async (path: string, body: object): Promise<string> => {
    const { status, json, text } = await proxy.call('POST', path, { token, key: newKey(), body });
    if (status >= 300) throw new Error(`${path} answered ${text}`);
    return (json as { id: string }).id;
  };
  const card = { locationId: 'miami', cardToken: await proxy.cardToken() };
  const cardId = await make('/v1/customers/25/cards', card);
  const request = { locationId: 'miami', email: 'ana@shop.example', locale: 'en' };
  return {
    customerId: '25',
    locationId: 'miami',
    orderId: 'ord-3001',
    cardId,
    paymentId: await make('/v1/payments', paymentOf('', { source: { cardId } })),
    terminalId: await make('/v1/locations/miami/terminals', { name: 'Dock' }),
    requestId: await make('/v1/customers/25/card-requests', request),
    reconciliationId: await make('/v1/reconciliations', { locationId: 'miami', day: '2026-11-19' }),
    token: 'crl_nobody',
  };
}

/** What a route wants to be asked. */
const QUERIES: Readonly<Record<string, string>> = {
  'GET /v1/locations/{locationId}/reconciliation-days': '?from=2026-11-01&to=2026-11-20',
  'GET /v1/reports/batches': '?locationId=miami&from=2026-11-01&to=2026-11-20',
};

const PAYMENT = {
  allocations: [{ invoiceId: 'inv-1002', amountCents: 15_000, discountCents: 0 }],
  amountCents: 15_000,
  feeCents: 0,
  creditIds: [],
  notes: 'n',
};

/** Good bodies of what moves money or cards, or closes a day. */
const MONEY_BODIES = {
  'POST /v1/card-frames': { locationId: 'miami', locale: 'en', colorScheme: 'light' },
  'PATCH /v1/cards/{cardId}': { description: 'Office', primary: true },
  'POST /v1/payments/{paymentId}/charge-back': { date: '2026-11-20', reason: 'r', scope: 'books-only' },
  'POST /v1/payments/{paymentId}/receipt/email': { email: 'ana@shop.example', locale: 'en' },
  'POST /v1/credit-refunds': {
    locationId: 'miami',
    customerId: '25',
    creditId: 'cr-501',
    amountCents: 1,
    date: '2026-11-20',
    reason: 'r',
  },
  'POST /v1/customers/{customerId}/card-requests': { locationId: 'miami', email: 'leo@shop.example', locale: 'en' },
  'POST /v1/card-request-links/{token}/card-frames': { locale: 'en', colorScheme: 'light' },
  'POST /v1/reconciliations': {
    locationId: 'miami',
    day: '2026-11-19',
    upload: { fileName: 'batch.csv', csv: 'ID,Amount', columns: { transactionId: 'ID', amount: 'Amount' } },
  },
  'POST /v1/reconciliations/{reconciliationId}/explain': { differenceId: 'd', note: 'n' },
  'POST /v1/reconciliations/{reconciliationId}/close': { depositCents: 0 },
  'POST /v1/reconciliations/{reconciliationId}/reopen': { reason: 'r' },
};

/** Good bodies of the set-up. */
const SETTING_BODIES = {
  'POST /v1/sessions/end': { actorId: 'nobody' },
  'PUT /v1/locations/{locationId}/keys': { apiKey: '0'.repeat(32), terminalId: 'counter' },
  'POST /v1/locations/{locationId}/verify': {},
  'PATCH /v1/locations/{locationId}/integration': { enabled: false, confirmation: 'Somewhere' },
  'PUT /v1/locations/{locationId}/application': APPLICATION,
  'PUT /v1/locations/{locationId}/rates': {
    percentHundredths: 285,
    perPaymentCents: 25,
    monthlyCents: 1_000,
    notes: 'n',
  },
  'PATCH /v1/locations/{locationId}/settings': {
    allowPaymentUponConfirmation: true,
    feeRule: { kind: 'surcharge', flatCents: 50 },
  },
  'PATCH /v1/customers/{customerId}/settings': { requirePaymentUponConfirmation: true },
  'POST /v1/locations/{locationId}/terminals': { name: 'Counter', serial: 'A-1', active: true },
  'PATCH /v1/terminals/{terminalId}': { name: 'Counter', serial: 'A-1', active: true },
};
