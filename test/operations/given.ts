import { sql, type Dialect } from 'kysely';
import type { PaymentRequest } from '../../src/contract/payment.js';
import { permissionsOf } from '../../src/domain/permissions.js';
import type { Actor, Deps } from '../../proxy/deps.js';
import { createClearentGateway } from '../../proxy/gateway/clearent/adapter.js';
import { createFetchHttp } from '../../proxy/gateway/fetch-http.js';
import type { PaymentGateway } from '../../proxy/gateway/port.js';
import { createDemoKomet } from '../../proxy/komet/demo/demo-komet.js';
import { seedCompany } from '../../proxy/komet/demo/seed.js';
import { demoMigrations } from '../../proxy/komet/demo/tables.js';
import type { Komet } from '../../proxy/komet/port.js';
import { findAccount, saveKeys, verifyKeys } from '../../proxy/operations/merchant-accounts.js';
import { createMailbox, type Mailbox } from '../../sandbox/mailbox.js';
import { openStore, type Store } from '../../proxy/store/store.js';
import { createSimulator, type Simulator } from '../../simulator/app.js';
import { miamiApiKey, miamiCounterApiKey } from '../../simulator/demo-merchants.js';
import { memoryDialect } from '../store/memory.js';

const GATEWAY_URL = 'http://gateway.test';
const START = Date.parse('2026-11-20T15:00:00Z');
const MINUTE = 60_000;

/** A backend of its own company over one store; time stands still unless a test moves it. */
export interface Backend {
  readonly deps: Deps;
  readonly simulator: Simulator;
  /** What was sent by mail, newest last. */
  readonly mails: Mailbox['mails'];
  readonly companyId: string;
  actor(roles?: Parameters<typeof permissionsOf>[0], members?: Partial<Actor>): Actor;
  passTime(milliseconds: number): void;
  /** A single-use token for a card that the simulator approves from 1.00 up. */
  cardToken(number?: string): Promise<string>;
  /** What the gateway booked for this company's order-ids, newest last. */
  booked(): { type: string; amount: string; orderId: string }[];
  /** The same backend with parts replaced, e.g. another replica or a broken gateway. */
  with(parts: Partial<Pick<Deps, 'gateway' | 'komet' | 'store' | 'mailer'>>): Deps;
}

let store: Promise<Store> | undefined;
let companies = 0;

export function openMemoryStore(): Promise<Store> {
  store ??= memoryDialect().then(openStoreOn);
  return store;
}

export async function closeStore(): Promise<void> {
  await (await store)?.close();
}

export async function openStoreOn(dialect: Dialect): Promise<Store> {
  return openStore(dialect, demoMigrations);
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export async function givenBackend(on?: Store): Promise<Backend> {
  const own = on ?? (await openMemoryStore());
  const companyId = `co${process.pid}x${++companies}`;
  let now = START;
  const clock = () => now;
  const simulator = createSimulator({ origin: GATEWAY_URL, clock, seed: companies });
  const mailer = createMailbox();
  const base: Deps = {
    store: own,
    mailer,
    komet: createDemoKomet(own) satisfies Komet,
    gateway: createClearentGateway({
      baseUrl: GATEWAY_URL,
      http: createFetchHttp((request) => simulator.fetch(request)),
      softwareVersion: '0.0.0-test',
      saleTimeoutMs: 30_000,
      terminalTimeoutMs: 150_000,
      queryTimeoutMs: 10_000,
      clock,
    }) satisfies PaymentGateway,
    clock,
    newId: newIds(companyId),
    log: silent,
    config: {
      environment: 'training',
      keyEncryptionKey: new Uint8Array(32).fill(7),
      cardRequestUrl: 'https://pay.test/card-requests',
      saleTimeoutMs: 30_000,
      terminalTimeoutMs: 150_000,
      releaseUnknownAfterMs: 10 * MINUTE,
      reviewAfterMs: 24 * 60 * MINUTE,
    },
  };
  await seedCompany(own, { id: companyId, name: 'Test Blooms', currency: 'USD' }, { clock });
  await saveKeys(base)({ companyId, locationId: 'miami', apiKey: miamiApiKey });
  await verifyKeys(base)({ companyId, locationId: 'miami' });
  await saveKeys(base)({ companyId, locationId: 'miami', terminalId: 'counter', apiKey: miamiCounterApiKey });
  await verifyKeys(base)({ companyId, locationId: 'miami', terminalId: 'counter' });
  return {
    deps: base,
    simulator,
    mails: mailer.mails,
    companyId,
    actor: (roles = ['Administrator'], members = {}) => ({
      companyId,
      id: 'ana',
      name: 'Ana Ruiz',
      kind: 'staff',
      permissions: new Set(permissionsOf(roles)),
      requestId: 'test',
      ...members,
    }),
    passTime: (milliseconds) => {
      now += milliseconds;
    },
    cardToken: (number) => tokenFor(base, simulator, companyId, number),
    booked: () =>
      simulator
        .journal()
        .filter((entry) => entry.booked)
        .map((entry) => ({ type: entry.type ?? '', amount: entry.amount ?? '', orderId: entry.orderId ?? '' })),
    with: (parts) => ({ ...base, ...parts }),
  };
}

/** Ids that sort by creation, as in production, and are the same in every run. */
function newIds(companyId: string): () => string {
  let count = 0;
  return () => `${companyId}n${String(++count).padStart(6, '0')}`.padStart(26, '0');
}

async function tokenFor(
  deps: Deps,
  simulator: Simulator,
  companyId: string,
  number = '4111111111111111',
): Promise<string> {
  const account = await findAccount(deps.store.db, { companyId, locationId: 'miami' });
  const response = await simulator.fetch(
    new Request(`${GATEWAY_URL}/rest/v2/mobilejwt/manual`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'public-key': account?.public_key ?? '',
      },
      body: JSON.stringify({
        card: number,
        'exp-date': '1229',
        csc: '999',
        'software-type': 't',
        'software-type-version': '1',
      }),
    }),
  );
  const answer = (await response.json()) as { payload: { 'mobile-jwt': { jwt: string } } };
  return answer.payload['mobile-jwt'].jwt;
}

/** The journey's customer pays invoice 1001 (100.00) with a new card, unless told otherwise. */
export async function givenRequest(backend: Backend, members: Partial<PaymentRequest> = {}): Promise<PaymentRequest> {
  const source = members.source ?? { cardToken: await backend.cardToken() };
  return {
    locationId: 'miami',
    customerId: '25',
    method: 'in-app',
    allocations: [{ invoiceId: 'inv-1001', amountCents: 10_000 }],
    amountCents: 10_000,
    ...members,
    source,
  };
}

let keys = 0;
export const newKey = (): string => `key-${String(++keys).padStart(16, '0')}`;

/** Whether the audit trail of a company is unbroken. */
export async function countEvents(deps: Deps, companyId: string, action: string): Promise<number> {
  const rows = await sql<{
    n: number;
  }>`select count(*)::int as n from event where company_id = ${companyId} and action = ${action}`.execute(
    deps.store.db,
  );
  return rows.rows[0]?.n ?? 0;
}

/** Speaks to the simulator of the card reader at Miami's counter. */
export const askReader = ({ simulator }: Backend, method: string, path: string, body: object): Promise<Response> =>
  simulator.fetch(
    new Request(`http://gateway.test/__sim/terminals/miami-counter${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );

/** Makes the reader wait for a card until the test presents one. */
export const holdReader = (backend: Backend): Promise<Response> => askReader(backend, 'PUT', '', { interactive: true });
