import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { locationKeys } from '../sandbox/gateway-keys.js';
import { freePort } from './free-port.js';
import { startServer, type ServerProcess } from './server-process.js';

/** The proxy and the gateway simulator as processes of their own, on free ports of this machine. */
export interface Backend {
  proxyUrl: string;
  cardFrameUrl: string;
  simulatorUrl: string;
  /** What a host's server shows the proxy to be given a session. */
  integratorSecret: string;
  stop(): Promise<void>;
  /** Kills the proxy in mid-work; `restartProxy` brings it back with the same settings and data. */
  killProxy(): Promise<void>;
  restartProxy(): Promise<void>;
  /** Resolves when either process is gone, for whatever reason. */
  ended: ServerProcess['ended'];
}

export interface BackendOptions {
  /** The origin of the page that embeds the widgets; the card frame lets itself be framed by it. */
  publicOrigin?: string;
  /** A folder that outlives the processes; left out, everything is in memory. */
  dataDir?: string;
  simulatorPort?: number;
  proxyPort?: number;
  cardFramePort?: number;
  /** Called before the processes start, with what they will read. */
  prepare?: (environment: BackendEnvironment) => Promise<void>;
  /** Shows what the processes log. */
  verbose?: boolean;
}

/** The environment variables of both processes. */
export interface BackendEnvironment {
  proxy: NodeJS.ProcessEnv;
  simulator: NodeJS.ProcessEnv;
}

export async function startBackend(options: BackendOptions = {}): Promise<Backend> {
  const { verbose = false, dataDir } = options;
  if (dataDir) mkdirSync(dataDir, { recursive: true });
  const simulatorUrl = await localUrl(options.simulatorPort);
  const proxyUrl = await localUrl(options.proxyPort);
  const cardFrameUrl = await localUrl(options.cardFramePort);
  const integratorSecret = `kp_sk_${randomBytes(16).toString('hex')}`;
  const smtpUrl = `smtp://localhost:${await freePort()}`;
  const urls = { simulatorUrl, proxyUrl, cardFrameUrl, smtpUrl, publicOrigin: options.publicOrigin ?? proxyUrl };

  const simulatorEnv = {
    PORT: new URL(simulatorUrl).port,
    SIM_SEED: '1',
    SIM_SMTP_PORT: new URL(smtpUrl).port,
    ...(dataDir && { SIM_JOURNAL: `${dataDir}/simulator.ndjson`, SIM_STATE: `${dataDir}/simulator.json` }),
  };
  const env = { ...proxyEnv(urls, integratorSecret), ...storage(dataDir), LOG_LEVEL: verbose ? 'info' : 'warn' };
  await options.prepare?.({ proxy: env, simulator: simulatorEnv });
  const simulator = await startServer('simulator/main.ts', simulatorEnv, simulatorUrl, { verbose });
  const startProxy = () => startServer('proxy/main.ts', env, `${proxyUrl}/readyz`, { verbose });
  try {
    let proxy = await startProxy();
    return {
      proxyUrl,
      cardFrameUrl,
      simulatorUrl,
      integratorSecret,
      stop: () => proxy.stop().then(() => simulator.stop()),
      killProxy: () => proxy.kill(),
      restartProxy: async () => {
        proxy = await startProxy();
      },
      ended: Promise.race([proxy.ended, simulator.ended]),
    };
  } catch (error) {
    await simulator.stop();
    throw error;
  }
}

const localUrl = async (port?: number): Promise<string> => `http://localhost:${port ?? (await freePort())}`;

interface Urls extends Pick<Backend, 'proxyUrl' | 'cardFrameUrl' | 'simulatorUrl'> {
  publicOrigin: string;
  smtpUrl: string;
}

/** Company 1 of the demo books with its gateway accounts, for a host that knows the secret. */
function proxyEnv(urls: Urls, secret: string): NodeJS.ProcessEnv {
  const { proxyUrl, cardFrameUrl, simulatorUrl, publicOrigin, smtpUrl } = urls;
  const secretHash = createHash('sha256').update(secret).digest('hex');
  return {
    PORT: new URL(proxyUrl).port,
    CARD_FRAME_PORT: new URL(cardFrameUrl).port,
    CARD_FRAME_ORIGIN: cardFrameUrl,
    PUBLIC_ORIGIN: publicOrigin,
    GATEWAY_URL: simulatorUrl,
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'payments@alameda-blooms.example',
    ...(publicOrigin !== proxyUrl && { CARD_REQUEST_URL: `${publicOrigin}/komet-pay/card-requests` }),
    INTEGRATORS: JSON.stringify([{ companyId: '1', secretHash, operator: true }]),
    GATEWAY_KEYS: JSON.stringify(locationKeys.map((key) => ({ companyId: '1', ...key }))),
  };
}

/** Without a folder everything is in memory. The proxy makes its own keys and keeps them beside the store. */
const storage = (dataDir: string | undefined): NodeJS.ProcessEnv => ({
  DATABASE_URL: undefined,
  DATA_DIR: dataDir ?? 'memory://',
  KOMET_ADAPTER: 'demo',
  KOMET_ENVIRONMENT: 'training',
});
