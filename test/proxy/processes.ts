import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { freePort } from '../../scripts/free-port.js';
import { miamiApiKey } from '../../simulator/demo-merchants.js';
import { sessionRequest, type Json } from './given.js';

export const SECRET = 'kp_sk_test_process';

/** A server of ours as a process of its own. */
export interface Server {
  url: string;
  child: ChildProcess;
  output(): string;
  /** Sends the signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: string | null }>;
}

const READY_WITHIN_MS = 90_000;
const LOOK_AGAIN_MS = 50;

/** Asks until the answer fits. */
export async function until<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`Nothing that fits came in time; the last was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

async function startServer(entry: string, url: string, ready: string, env: Record<string, string>): Promise<Server> {
  const inherited = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  const child = spawn(process.execPath, ['--import', 'tsx', entry], { env: { ...inherited, ...env } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  const isUp = () =>
    fetch(url + ready).then(
      ({ ok }) => ok || ready === '/',
      () => false,
    );
  await until(isUp, (up) => {
    if (child.exitCode !== null) throw new Error(output);
    return up;
  });
  return {
    url,
    child,
    output: () => output,
    end: async (signal) => {
      child.kill(signal);
      const [code, by] = await ended;
      return { code, signal: by };
    },
  };
}

export async function startSimulator(): Promise<Server> {
  const port = await freePort();
  return startServer('simulator/main.ts', `http://localhost:${port}`, '/', { PORT: String(port) });
}

/** The variables of a proxy for company 1 with one location ready to charge, on free ports. */
export async function proxyEnvironment(gatewayUrl: string, dataDir: string): Promise<Record<string, string>> {
  const secretHash = createHash('sha256').update(SECRET).digest('hex');
  return {
    PORT: String(await freePort()),
    CARD_FRAME_PORT: String(await freePort()),
    KOMET_ENVIRONMENT: 'training',
    GATEWAY_URL: gatewayUrl,
    DATA_DIR: dataDir,
    INTEGRATORS: JSON.stringify([{ companyId: '1', secretHash, origins: ['https://erp.test'], operator: true }]),
    GATEWAY_KEYS: JSON.stringify([{ companyId: '1', locationId: 'miami', apiKey: miamiApiKey }]),
  };
}

export function startProxy(environment: Record<string, string>): Promise<Server> {
  return startServer('proxy/main.ts', `http://localhost:${environment['PORT']}`, '/readyz', environment);
}

/** Calls a server and gives what it answered. */
export async function call(
  url: string,
  { method = 'GET', token, key, body }: { method?: string; token?: string; key?: string; body?: unknown } = {},
): Promise<{ status: number; headers: Headers; json: Json }> {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(key !== undefined && { 'idempotency-key': key }),
  };
  const response = await fetch(url, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text === '' ? undefined : JSON.parse(text) };
}

export async function openSession(proxyUrl: string): Promise<string> {
  const { json } = await call(`${proxyUrl}/v1/sessions`, { method: 'POST', token: SECRET, body: sessionRequest() });
  return json.token;
}
