import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { Dialect } from 'kysely';
import { createApp, type App, type AppConfig } from '../../proxy/app.js';
import type { Deps } from '../../proxy/deps.js';
import { createClearentGateway } from '../../proxy/gateway/clearent/adapter.js';
import { createFetchHttp } from '../../proxy/gateway/fetch-http.js';
import { createIds } from '../../proxy/ids.js';
import { createDemoKomet } from '../../proxy/komet/demo/demo-komet.js';
import { seedDemo } from '../../proxy/komet/demo/seed.js';
import { demoMigrations } from '../../proxy/komet/demo/tables.js';
import { openStore } from '../../proxy/store/store.js';
import { createMailbox, type Mailbox } from '../../sandbox/mailbox.js';
import { PERMISSIONS, type Permission, type SessionRequest } from '../../src/contract/session.js';
import { createSimulator, demoMerchants, type Simulator } from '../../simulator/app.js';
import { bogotaApiKey, miamiApiKey } from '../../simulator/demo-merchants.js';
import { memoryDialect } from '../store/memory.js';

export const API = 'https://pay.test';
export const FRAME = 'https://card.pay.test';
export const HOST_PAGE = 'https://erp.test';
export const PORTAL_PAGE = 'https://portal.test';
export const GATEWAY = 'https://gateway.test';

/** Secrets of the integrators: company 1 with everything, company 1 with only `pay:read`, company 2. */
export const SECRETS = { one: 'kp_sk_test_one', reader: 'kp_sk_test_reader', two: 'kp_sk_test_two' } as const;

export interface Call {
  token?: string;
  body?: unknown;
  /** Sent as it is, instead of `body`. */
  text?: string;
  key?: string;
  origin?: string;
  headers?: Record<string, string>;
}

/** A parsed body; the tests' assertions are its check. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body, or undefined. */
  json: Json;
}

export interface LogLine {
  level: string;
  event: string;
  [member: string]: unknown;
}

export interface Proxy {
  app: App;
  deps: Deps;
  simulator: Simulator;
  /** What was sent by mail, newest last. */
  mails: Mailbox['mails'];
  sessionKey: JWK;
  logs: LogLine[];
  now(): number;
  pass(ms: number): void;
  call(method: string, path: string, call?: Call): Promise<Answered>;
  session(request?: Partial<SessionRequest>, secret?: string): Promise<string>;
  cardToken(number?: string): Promise<string>;
  /** Everything the company's export shows, as text, to compare before and after. */
  books(): Promise<string>;
  /** The same proxy with other settings or surroundings, on the same store. */
  like(more: Partial<AppConfig & Deps>): Pick<Proxy, 'call'>;
  close(): Promise<void>;
}

const everything = PERMISSIONS.filter((permission) => permission !== 'operator');
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const integrator = (companyId: string, secret: string, permissions: readonly Permission[], operator: boolean) => ({
  companyId,
  secretHash: hashOf(secret),
  permissions,
  origins: [HOST_PAGE, PORTAL_PAGE],
  operator,
});

/** The proxy as it runs, before the simulated gateway and the demo wholesaler's books; in memory unless told where. */
export async function givenProxy(dialect?: Dialect): Promise<Proxy> {
  let time = Date.parse('2026-11-20T15:00:00Z');
  const clock = () => time;
  const simulator = createSimulator({ origin: GATEWAY, clock, merchants: demoMerchants, wait: async () => undefined });
  const store = await openStore(dialect ?? (await memoryDialect()), demoMigrations);
  await seedDemo(store, { clock });
  const logs: LogLine[] = [];
  const line = (level: string) => (event: string, members?: object) => void logs.push({ ...members, level, event });
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const mailer = createMailbox();
  const options: Deps & AppConfig = {
    gateway: createClearentGateway({
      baseUrl: GATEWAY,
      http: createFetchHttp((request) => simulator.fetch(request)),
      softwareVersion: '0',
      saleTimeoutMs: 5_000,
      terminalTimeoutMs: 5_000,
      queryTimeoutMs: 5_000,
      clock,
    }),
    komet: createDemoKomet(store),
    mailer,
    store,
    clock,
    newId: createIds(clock),
    log: { info: line('info'), warn: line('warn'), error: line('error') },
    config: {
      environment: 'training',
      keyEncryptionKey: new Uint8Array(32).fill(7),
      cardRequestUrl: `${API}/card-requests`,
      saleTimeoutMs: 5_000,
      terminalTimeoutMs: 5_000,
      releaseUnknownAfterMs: 600_000,
      reviewAfterMs: 86_400_000,
    },
    sessionKey: { ...(await exportJWK(privateKey)), kid: 'test' },
    integrators: [
      integrator('1', SECRETS.one, everything, true),
      integrator('1', SECRETS.reader, ['pay:read'], false),
      integrator('2', SECRETS.two, everything, true),
    ],
    publicOrigin: API,
    cardFrameOrigin: FRAME,
    gatewayPublicUrl: GATEWAY,
  };
  const app = createApp(options);
  const call = caller(app);
  const proxy: Proxy = {
    app,
    deps: options,
    simulator,
    mails: mailer.mails,
    sessionKey: options.sessionKey,
    logs,
    now: clock,
    pass: (ms) => void (time += ms),
    call,
    session: async (request, secret = SECRETS.one) => {
      const { status, json } = await call('POST', '/v1/sessions', { token: secret, body: sessionRequest(request) });
      assert.equal(status, 201, JSON.stringify(json));
      return json.token;
    },
    cardToken: (number) => typeCard(simulator, number),
    books: async () => (await call('GET', '/v1/export', { token: SECRETS.one })).text,
    like: (other) => ({ call: caller(createApp({ ...options, ...other })) }),
    close: () => store.close(),
  };
  await readyToCharge(proxy, 'miami', miamiApiKey);
  await readyToCharge(proxy, 'bogota', bogotaApiKey);
  return proxy;
}

export const sessionRequest = (more: Partial<SessionRequest> = {}): SessionRequest => ({
  actor: { id: 'clerk-7', name: 'Ana Paz', kind: 'staff' },
  roles: ['Administrator'],
  origin: HOST_PAGE,
  ...more,
});

export const portalRequest = (customerId: string): Partial<SessionRequest> => ({
  actor: { id: `buyer-${customerId}`, name: 'Buyer', kind: 'portal' },
  roles: ['Customer'],
  customerId,
  origin: PORTAL_PAGE,
});

function caller(app: App): Proxy['call'] {
  return async (method, path, call = {}) => {
    const body = call.text ?? (call.body === undefined ? null : JSON.stringify(call.body));
    const headers = headersOf(call, body !== null);
    const url = path.startsWith('http') ? path : API + path;
    const response = await app.fetch(new Request(url, { method, headers, body }));
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
  };
}

function headersOf({ token, key, origin, headers = {} }: Call, hasBody: boolean): Record<string, string> {
  return {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(hasBody && { 'content-type': 'application/json' }),
    ...(key !== undefined && { 'idempotency-key': key }),
    ...(origin !== undefined && { origin }),
    ...headers,
  };
}

async function readyToCharge({ call }: Proxy, locationId: string, apiKey: string): Promise<void> {
  const saved = await call('PUT', `/v1/locations/${locationId}/keys`, { token: SECRETS.one, body: { apiKey } });
  assert.equal(saved.status, 204, saved.text);
  const proved = await call('POST', `/v1/locations/${locationId}/verify`, { token: SECRETS.one, body: {} });
  assert.equal(proved.json.integrationState, 'ready', proved.text);
}

/** Types a card into the gateway's form. */
async function typeCard(simulator: Simulator, card = '4111111111111111'): Promise<string> {
  const [terminal] = demoMerchants[0]!.terminals;
  const response = await simulator.fetch(
    new Request(`${GATEWAY}/rest/v2/mobilejwt/manual`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'public-key': terminal!.publicKey },
      body: JSON.stringify({
        card,
        'exp-date': '1230',
        csc: '999',
        'software-type': 'js-sdk',
        'software-type-version': '1',
      }),
    }),
  );
  const { payload }: Json = await response.json();
  return payload['mobile-jwt'].jwt;
}

let counter = 0;
export const newKey = (): string => `test-key-${String(++counter).padStart(12, '0')}`;

/** Petal & Stem (customer 25) pays invoice 1001 with a card that was just typed. */
export const paymentOf = (cardToken: string, more: Record<string, unknown> = {}) => ({
  locationId: 'miami',
  customerId: '25',
  method: 'in-app',
  source: { cardToken },
  allocations: [{ invoiceId: 'inv-1001', amountCents: 10_000 }],
  amountCents: 10_000,
  ...more,
});
