import { createCaller, type Caller } from '../sandbox/caller.js';
import { demoMerchants, miamiApiKey, miamiCounterApiKey } from '../simulator/demo-merchants.js';
import type { Payment } from '../src/contract/payment.js';
import type { Demo } from './demo.js';

/** Test card of the simulator, put together so that no file but its own holds a number. */
export const GOOD_CARD = `4${'1'.repeat(15)}`;
/** Test card that is short of funds. */
export const POOR_CARD = `4${'0'.repeat(12)}127`;

/** What a story or a journey of the demo needs before its page opens; everything goes through the routes. */
export interface DemoBooks extends Caller {
  /** Orders Miami to take payments upon confirmation. */
  allowPaymentUponConfirmation(): Promise<void>;
  storeCard(customerId: string, description?: string): Promise<string>;
  /** What the card form of the account with this key gives for a card, a good one unless told otherwise. */
  cardToken(apiKey: string, card?: string): Promise<string>;
  pay(order: PayOrder): Promise<Payment>;
  /** A terminal of Miami whose reader waits for a card that nobody presents. */
  addWaitingTerminal(name: string): Promise<void>;
  /** Speaks to the simulator's control. */
  steer(path: string, body: object, method?: string): Promise<void>;
}

interface PayOrder {
  readonly customerId: string;
  readonly source: { readonly cardId: string } | { readonly cardToken: string };
  /** Cents by invoice. */
  readonly invoices: Readonly<Record<string, number>>;
  /** Cents that stay open credit. */
  readonly overpaidCents?: number;
}

export function openDemoBooks({ url, backend }: Pick<Demo, 'url' | 'backend'>): DemoBooks {
  const { proxyUrl, simulatorUrl, integratorSecret } = backend;
  // Sessions are made for the origin of the screens; the proxy itself answers elsewhere.
  const ask = (request: Request) => fetch(new Request(request.url.replace(url, proxyUrl), request));
  const caller = createCaller({ fetch: ask, origin: url, integratorSecret });
  const steer: DemoBooks['steer'] = async (path, body, method = 'POST') => {
    const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${simulatorUrl}/__sim${path}`, init);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  };
  return {
    ...caller,
    steer,
    allowPaymentUponConfirmation: async () => {
      await caller.call('PATCH', '/v1/locations/miami/settings', { allowPaymentUponConfirmation: true });
    },
    storeCard: async (customerId, description = 'Front desk') => {
      const body = { locationId: 'miami', cardToken: await cardToken(simulatorUrl, miamiApiKey), description };
      return ((await caller.call('POST', `/v1/customers/${customerId}/cards`, body)) as { id: string }).id;
    },
    cardToken: (apiKey, card) => cardToken(simulatorUrl, apiKey, card),
    pay: (order) => caller.call('POST', '/v1/payments', paymentOf(order)) as Promise<Payment>,
    addWaitingTerminal: async (name) => {
      const { id } = (await caller.call('POST', '/v1/locations/miami/terminals', { name })) as { id: string };
      const key = { terminalId: id, apiKey: miamiCounterApiKey };
      await caller.operate('PUT', '/v1/locations/miami/keys', key);
      await caller.operate('POST', '/v1/locations/miami/verify', { terminalId: id });
      await steer('/terminals/miami-counter', { interactive: true }, 'PUT');
    },
  };
}

function paymentOf({ customerId, source, invoices, overpaidCents = 0 }: PayOrder) {
  const allocations = Object.entries(invoices).map(([invoiceId, amountCents]) => ({ invoiceId, amountCents }));
  const amountCents = allocations.reduce((sum, line) => sum + line.amountCents, overpaidCents);
  return {
    locationId: 'miami',
    customerId,
    method: 'in-app',
    source,
    allocations,
    amountCents,
    ...(overpaidCents && { overpaymentCents: overpaidCents }),
  };
}

/** What the gateway's card form gives a page for a typed card. */
function cardToken(simulatorUrl: string, apiKey: string, card?: string): Promise<string> {
  const toSimulator = (request: Request) => fetch(new Request(request.url.replace(NOWHERE, simulatorUrl), request));
  return typeCardInto(toSimulator, apiKey, card);
}

const NOWHERE = 'https://gateway.invalid';

/** The same of a simulator that is spoken to directly. */
export async function typeCardInto(
  simulator: (request: Request) => Promise<Response>,
  apiKey: string,
  card = GOOD_CARD,
): Promise<string> {
  const terminal = demoMerchants.flatMap(({ terminals }) => terminals).find((one) => one.apiKey === apiKey);
  const request = new Request(`${NOWHERE}/rest/v2/mobilejwt/manual`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'public-key': terminal?.publicKey ?? '' },
    body: JSON.stringify({
      card,
      'exp-date': '1230',
      csc: '999',
      'software-type': 'js-sdk',
      'software-type-version': '1',
    }),
  });
  const response = await simulator(request);
  const { payload } = (await response.json()) as { payload: { 'mobile-jwt': { jwt: string } } };
  return payload['mobile-jwt'].jwt;
}
