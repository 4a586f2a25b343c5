import { html } from 'lit';
import { waitUntil } from '@open-wc/testing';
import '../../../src/components/receive-payment/receive-payment.js';
import { demoMerchants } from '../../../simulator/demo-merchants.js';
import { backend, givenProvider, tokenFor, type Backend } from '../given-provider.js';
import { Screen } from './screen.js';

/** Petal & Stem: invoices 1001 to 1005 of 100.00, 150.00, 75.00, 412.50 and 189.90, and an open credit of 20.00. */
export const PETAL = '25';

/** Put together, so that no file but the simulator's holds a card number. */
const TEST_CARD = `4${'1'.repeat(15)}`;

type Settings = Parameters<typeof givenProvider>[1] & {
  customerId?: string | undefined;
  invoiceIds?: string;
  readonly?: boolean;
};

/** The screen of one customer, its account loaded. */
export async function givenScreen({ customerId = PETAL, invoiceIds, readonly, ...settings }: Settings = {}) {
  const screen = await givenTag({ customerId, invoiceIds, readonly, ...settings } as Settings);
  await waitUntil(() => screen.all('#pay-title').length > 0, 'The account does not come', { timeout: 10_000 });
  await screen.settled();
  return screen;
}

/** The tag in an open session, however far it gets. */
export async function givenTag({ customerId, invoiceIds = '', readonly = false, ...settings }: Settings = {}) {
  const provider = await givenProvider(
    html`<komet-receive-payment
      .customerId=${customerId}
      .invoiceIds=${invoiceIds}
      .readonly=${readonly}
    ></komet-receive-payment>`,
    settings,
  );
  return new Screen(provider.querySelector('komet-receive-payment')!);
}

/** A card of the customer in the vault, typed into the gateway's form a moment ago. */
export async function givenStoredCard(of: Backend = backend, customerId = PETAL, description = 'Front desk') {
  const cardToken = await givenCardToken(of);
  const body = { locationId: 'miami', cardToken, description };
  return call<{ id: string }>(of, 'POST', `/v1/customers/${customerId}/cards`, body);
}

export async function givenCardToken(of: Backend = backend): Promise<string> {
  const response = await fetch(`${of.simulatorUrl}/rest/v2/mobilejwt/manual`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'public-key': demoMerchants[0]!.terminals[0]!.publicKey },
    body: JSON.stringify({
      card: TEST_CARD,
      'exp-date': '1230',
      csc: '999',
      'software-type': 'js-sdk',
      'software-type-version': '1',
    }),
  });
  const { payload } = (await response.json()) as { payload: { 'mobile-jwt': { jwt: string } } };
  return payload['mobile-jwt'].jwt;
}

/** The next sale goes wrong at the gateway in this way. */
export async function givenFault(kind: string, of: Backend = backend, ms = 1000): Promise<void> {
  await fetch(`${of.simulatorUrl}/__sim/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind, ms, match: { type: 'sale' } }),
  });
}

/** Calls the proxy as another clerk would. */
export async function call<T = unknown>(of: Backend, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${of.proxyUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokenFor('Administrator', of)}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return (await response.json()) as T;
}

/** How many sales the gateway has booked. */
export async function salesOf(of: Backend, customerId = PETAL): Promise<number> {
  const { payments } = await call<{ payments: { status: string }[] }>(
    of,
    'GET',
    `/v1/payments?customerId=${customerId}`,
  );
  return payments.filter((payment) => payment.status === 'approved').length;
}
