import { randomBytes } from 'node:crypto';
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
  /** Shows what the processes log. */
  verbose?: boolean;
}

export async function startBackend(options: BackendOptions = {}): Promise<Backend> {
  const { verbose = false, dataDir } = options;
  const simulatorUrl = `http://localhost:${options.simulatorPort ?? (await freePort())}`;
  const proxyUrl = `http://localhost:${options.proxyPort ?? (await freePort())}`;
  const cardFrameUrl = `http://localhost:${options.cardFramePort ?? (await freePort())}`;
  const integratorSecret = secret();

  const simulatorEnv = {
    PORT: new URL(simulatorUrl).port,
    SIM_SEED: '1',
    SIM_JOURNAL: dataDir && `${dataDir}/simulator.ndjson`,
  };
  const proxyEnv = {
    PORT: new URL(proxyUrl).port,
    CARD_FRAME_PORT: new URL(cardFrameUrl).port,
    CARD_FRAME_ORIGIN: cardFrameUrl,
    PUBLIC_ORIGIN: options.publicOrigin ?? proxyUrl,
    GATEWAY_URL: simulatorUrl,
    INTEGRATORS: JSON.stringify([{ id: 'demo', secret: integratorSecret }]),
    LOG_LEVEL: verbose ? 'info' : 'warn',
    ...storage(dataDir),
    ...FIXED,
  };
  const simulator = await startServer('simulator/main.ts', simulatorEnv, simulatorUrl, { verbose });
  try {
    const proxy = await startServer('proxy/main.ts', proxyEnv, `${proxyUrl}/readyz`, { verbose });
    const stop = () => proxy.stop().then(() => simulator.stop());
    const ended = Promise.race([proxy.ended, simulator.ended]);
    return { proxyUrl, cardFrameUrl, simulatorUrl, integratorSecret, stop, ended };
  } catch (error) {
    await simulator.stop();
    throw error;
  }
}

const FIXED = {
  SESSION_SIGNING_KEY: secret(),
  KEY_ENCRYPTION_KEY: secret(),
  KOMET_ADAPTER: 'demo',
  KOMET_ENVIRONMENT: 'training',
};

const storage = (dataDir: string | undefined): NodeJS.ProcessEnv => ({
  DATABASE_URL: undefined,
  DATA_DIR: dataDir ? `${dataDir}/store` : 'memory://',
});

/** 32 random bytes in base64, as every key of the proxy is given. */
function secret(): string {
  return randomBytes(32).toString('base64');
}
