import { exportJWK, generateKeyPair } from 'jose';
import { createApp, type AppConfig } from '../proxy/app.js';
import type { Deps } from '../proxy/deps.js';
import { createClearentGateway } from '../proxy/gateway/clearent/adapter.js';
import { createFetchHttp } from '../proxy/gateway/fetch-http.js';
import { createIds } from '../proxy/ids.js';
import { createDemoKomet } from '../proxy/komet/demo/demo-komet.js';
import { seedCompany } from '../proxy/komet/demo/seed.js';
import { confirmDue } from '../proxy/operations/orders/confirmations.js';
import { deliverDue } from '../proxy/operations/outbox.js';
import { sha256Hex } from '../proxy/sessions/secrets.js';
import type { Store } from '../proxy/store/store.js';
import { PERMISSIONS } from '../src/contract/session.js';
import { createSimulator, type Simulator } from '../simulator/app.js';
import { createCaller, type Caller } from './caller.js';
import { putGatewayKeys } from './gateway-keys.js';
import { createMailbox, type Mailbox } from './mailbox.js';

export interface SandboxOptions {
  /** Shared by all sandboxes of a process or page. */
  readonly store: Store;
  readonly companyId: string;
  /** What the company's server would show the proxy to be given a session. */
  readonly integratorSecret: string;
  /** The origin of the page that embeds the widgets, and below which it reaches the proxy. */
  readonly pageOrigin: string;
  /** Where the page's browser reaches this sandbox's gateway, for the card form. */
  readonly gatewayUrl: string;
  readonly cardFrameOrigin: string;
  readonly cardFrameUrl?: AppConfig['cardFrameUrl'];
}

/** A wholesaler of one's own: books, proxy and gateway, real but for the money, and seen by nobody else. */
export interface Sandbox extends Caller {
  readonly companyId: string;
  /** Takes orders for faults and terminals, and tells what the gateway was asked. */
  readonly simulator: Simulator;
  /** What was sent by mail, newest last. */
  readonly mails: Mailbox['mails'];
  /** Answers a request to the proxy. */
  fetch(request: Request): Promise<Response>;
  close(): void;
}

/** What the proxy calls the gateway; the call never leaves the process. */
const GATEWAY = 'https://gateway.invalid';
const BACKGROUND_EVERY_MS = 1_000;
const SALE_TIMEOUT_MS = 10_000;
const TERMINAL_TIMEOUT_MS = 60_000;

/** Opens the books of a new company and gives it a gateway account at both its locations. */
export async function openSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { store, companyId, integratorSecret, pageOrigin, gatewayUrl } = options;
  await seedCompany(store, { id: companyId, name: 'Alameda Blooms', currency: 'USD' }, { clock: Date.now });
  const simulator = createSimulator({ origin: gatewayUrl });
  const mailbox = createMailbox();
  const deps = createDeps(options, simulator, mailbox);
  const app = createApp({ ...deps, ...(await appConfig(options)) });
  const fetch = (request: Request) => app.fetch(request);
  const caller = createCaller({ fetch, origin: pageOrigin, integratorSecret });
  await putGatewayKeys(caller);

  // No sweeper: it would ask this sandbox's gateway about payments of the others. A tag that waits for an outcome asks its own.
  const background = setInterval(() => void confirmDue(deps).then(() => deliverDue(deps)), BACKGROUND_EVERY_MS);
  const { mails } = mailbox;
  return { ...caller, companyId, simulator, mails, fetch, close: () => clearInterval(background) };
}

function createDeps({ store, pageOrigin }: SandboxOptions, simulator: Simulator, mailer: Mailbox): Deps {
  const clock = Date.now;
  const timeouts = { saleTimeoutMs: SALE_TIMEOUT_MS, terminalTimeoutMs: TERMINAL_TIMEOUT_MS };
  return {
    gateway: createClearentGateway({
      baseUrl: GATEWAY,
      http: createFetchHttp((request) => simulator.fetch(request)),
      softwareVersion: '0',
      ...timeouts,
      queryTimeoutMs: SALE_TIMEOUT_MS,
      clock,
    }),
    komet: createDemoKomet(store),
    mailer,
    store,
    clock,
    newId: createIds(clock),
    log: { info: () => undefined, warn: () => undefined, error: (event, members) => console.error(event, members) },
    config: {
      environment: 'training',
      keyEncryptionKey: crypto.getRandomValues(new Uint8Array(32)),
      cardRequestUrl: `${pageOrigin}/card-requests`,
      ...timeouts,
      releaseUnknownAfterMs: 600_000,
      reviewAfterMs: 86_400_000,
    },
  };
}

async function appConfig(options: SandboxOptions): Promise<AppConfig> {
  const { companyId, integratorSecret, pageOrigin, gatewayUrl, cardFrameOrigin, cardFrameUrl } = options;
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const secretHash = await sha256Hex(integratorSecret);
  return {
    sessionKey: { ...(await exportJWK(privateKey)), kid: 'sandbox' },
    integrators: [{ companyId, secretHash, permissions: PERMISSIONS, origins: [pageOrigin], operator: true }],
    publicOrigin: pageOrigin,
    cardFrameOrigin,
    gatewayPublicUrl: gatewayUrl,
    ...(cardFrameUrl && { cardFrameUrl }),
  };
}
