import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openMemoryStore } from '../../sandbox/memory-store.js';
import { openSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import { close, listen } from '../../proxy/process/listeners.js';

/**
 * Sandboxes over HTTP, one for each name that is asked for. `url` serves `/<name>/v1/…` (its proxy) and
 * `/<name>/gateway/…` (its gateway); their card frames have an origin of their own.
 */
export interface SandboxServer {
  url: string;
  integratorSecret: string;
  stop(): Promise<void>;
}

export async function startSandboxServer(pageOrigin: string): Promise<SandboxServer> {
  const store = await openMemoryStore();
  const integratorSecret = `kp_sk_${randomBytes(16).toString('hex')}`;
  const sandboxes = new Map<string, Promise<Sandbox>>();
  const origins = { api: '', cardFrame: '' };

  const sandboxOf = (companyId: string): Promise<Sandbox> => {
    const known = sandboxes.get(companyId);
    if (known) return known;
    const gatewayUrl = `${origins.api}/${companyId}/gateway`;
    const cardFrameOrigin = origins.cardFrame;
    const opened = openSandbox({ store, companyId, integratorSecret, pageOrigin, gatewayUrl, cardFrameOrigin });
    sandboxes.set(companyId, opened);
    return opened;
  };

  const api = await listen(async (request) => {
    const { name, rest, isGateway } = splitPath(new URL(request.url));
    const sandbox = await sandboxOf(name);
    if (isGateway) return sandbox.simulator.fetch(new Request(`${origins.api}${rest}`, request)).catch(cutOff);
    return sandbox.fetch(new Request(`${pageOrigin}${rest}`, request));
  }, 0);
  const cardFrame = await listen(async (request) => {
    // A ticket begins with its company; the frame's script is the same for everyone.
    const ticket = new URL(request.url).searchParams.get('ticket')?.split('.')[0];
    const sandbox = ticket ? sandboxes.get(ticket) : sandboxes.values().next().value;
    return (await sandbox)?.fetch(request) ?? new Response(null, { status: 404 });
  }, 0);
  origins.api = originOf(api);
  origins.cardFrame = originOf(cardFrame);

  const stop = async () => {
    for (const sandbox of sandboxes.values()) (await sandbox).close();
    await Promise.all([close(api), close(cardFrame)]);
    await store.close();
  };
  return { url: origins.api, integratorSecret, stop };
}

const originOf = (server: Server): string => `http://localhost:${(server.address() as AddressInfo).port}`;

/** The gateway let the line drop; a browser that asked sees no answer worth reading. */
const cutOff = (): Response => new Response(null, { status: 502 });

function splitPath({ pathname, search }: URL): { name: string; rest: string; isGateway: boolean } {
  const [, name = '', first = ''] = pathname.split('/');
  const isGateway = first === 'gateway';
  const prefix = isGateway ? `/${name}/gateway` : `/${name}`;
  return { name, rest: pathname.slice(prefix.length) + search, isGateway };
}
