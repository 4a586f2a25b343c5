import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from '../app.js';
import type { Deps, Log } from '../deps.js';
import { createClearentGateway } from '../gateway/clearent/adapter.js';
import { createPooledHttp } from '../gateway/pooled-http.js';
import type { GatewayHttp } from '../gateway/transport.js';
import { createIds } from '../ids.js';
import { createSmtpMailer } from '../mail/smtp.js';
import { adoptOrphans } from '../operations/recover.js';
import { startBackgroundWork } from './background.js';
import { bootstrapGatewayKeys } from './gateway-keys.js';
import { readKeys } from './keys.js';
import { openKomet } from './komet.js';
import { close, listen } from './listeners.js';
import { openConfiguredStore, type OpenedStore } from './open-store.js';
import type { Settings } from './settings.js';
import { readWidgetScript } from './widget-scripts.js';

export interface Running {
  /** Takes no new requests, finishes what is under way, and closes everything. */
  stop(): Promise<void>;
}

const QUERY_TIMEOUT_MS = 10_000;
const SOFTWARE_VERSION = '0.1.0';

const STORE_NOTES: Readonly<Record<OpenedStore['kind'], string>> = {
  postgres: 'PostgreSQL: an acknowledged payment is on disk',
  embedded:
    'embedded (PGlite): for demos, development and tests; it survives a killed process but not a power cut. Live money belongs on PostgreSQL (DATABASE_URL)',
  memory: 'in memory: everything is gone when the process ends',
};

/** Opens the store, settles what an earlier process left behind, and listens on both ports. */
export async function start(settings: Settings, log: Log): Promise<Running> {
  const keys = await readKeys(settings);
  const opened = await openConfiguredStore(settings);
  log.info('store-opened', { store: STORE_NOTES[opened.kind] });
  const pooled = createPooledHttp();
  const deps = await createDeps(settings, {
    log,
    store: opened.store,
    clock: () => Date.now(),
    http: pooled.http,
    keyEncryptionKey: keys.keyEncryptionKey,
  });
  let stopping = false;
  const app = createApp({ ...deps, ...appConfig(settings), sessionKey: keys.sessionKey, isStopping: () => stopping });
  await adoptOrphans(deps);
  const background = startBackgroundWork(deps, await bootstrapGatewayKeys(deps, settings.GATEWAY_KEYS));
  const servers = [await listen(app.fetch, settings.PORT), await listen(app.fetch, settings.CARD_FRAME_PORT)];
  log.info('listening', { address: settings.PUBLIC_ORIGIN });
  return {
    stop: async () => {
      stopping = true;
      await wait(settings.STOP_DELAY_SECONDS * 1000);
      await Promise.all([background.stop(), ...servers.map(close)]);
      await pooled.close();
      await opened.close();
    },
  };
}

type Ports = Pick<Deps, 'log' | 'store' | 'clock'> & {
  http: GatewayHttp;
  keyEncryptionKey: Uint8Array;
};

/** What the operations stand on: the ports by the settings, over what is opened already. */
export async function createDeps(
  settings: Settings,
  { log, store, clock, http, keyEncryptionKey }: Ports,
): Promise<Deps> {
  const saleTimeoutMs = settings.SALE_TIMEOUT_SECONDS * 1000;
  const terminalTimeoutMs = settings.TERMINAL_TIMEOUT_SECONDS * 1000;
  return {
    gateway: createClearentGateway({
      baseUrl: settings.GATEWAY_URL,
      http,
      softwareVersion: SOFTWARE_VERSION,
      saleTimeoutMs,
      terminalTimeoutMs,
      queryTimeoutMs: QUERY_TIMEOUT_MS,
      clock,
      log,
    }),
    komet: await openKomet(settings, { store, clock, log }),
    mailer: mailerOf(settings, log),
    store,
    clock,
    newId: createIds(clock),
    log,
    config: {
      environment: settings.KOMET_ENVIRONMENT,
      keyEncryptionKey,
      cardRequestUrl: settings.CARD_REQUEST_URL ?? `${settings.PUBLIC_ORIGIN}/card-requests`,
      saleTimeoutMs,
      terminalTimeoutMs,
      releaseUnknownAfterMs: settings.UNKNOWN_RELEASE_SECONDS * 1000,
      reviewAfterMs: settings.REVIEW_AFTER_SECONDS * 1000,
    },
  };
}

function mailerOf({ SMTP_URL: url, MAIL_FROM: from }: Settings, log: Log): Deps['mailer'] {
  return url !== undefined && from !== undefined ? createSmtpMailer({ url, from, log }) : undefined;
}

function appConfig(settings: Settings) {
  const { INTEGRATORS, PUBLIC_ORIGIN, CARD_FRAME_ORIGIN, GATEWAY_PUBLIC_URL, ALLOWED_HOSTS, PORT } = settings;
  return {
    integrators: INTEGRATORS.map((integrator) => ({ ...integrator, origins: integrator.origins ?? [PUBLIC_ORIGIN] })),
    publicOrigin: PUBLIC_ORIGIN,
    cardFrameOrigin: CARD_FRAME_ORIGIN,
    gatewayPublicUrl: GATEWAY_PUBLIC_URL,
    allowedHosts: [...ALLOWED_HOSTS, `localhost:${PORT}`, `127.0.0.1:${PORT}`],
    cardFrameTrustedTypes: settings.CARD_FRAME_TRUSTED_TYPES,
    readWidget: readWidgetScript,
  };
}
