import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { breakOff, forward } from '../../demo/forward.js';
import { openKometSession } from '../../demo/komet-session.js';
import type { Backend } from '../../scripts/backend.js';

const ROOT = new URL('../../', import.meta.url);

export interface ServedPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly encoding: 'latin1' | 'utf8';
}

export interface HostServer {
  /** Puts a page at an address of its own, which is returned. */
  show(page: ServedPage): string;
  close(): void;
}

/** A host's web server: its pages, its libraries, the built widgets, its session page, and the proxy under its own origin. */
export function startHostServer(port: number, backend: Backend): HostServer {
  const origin = `http://localhost:${port}`;
  const pages: ServedPage[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, search, searchParams } = new URL(request.url ?? '/', origin);
    if (pathname.startsWith('/komet-pay/'))
      return forward(request, response, backend.proxyUrl, pathname.slice('/komet-pay'.length) + search);
    if (pathname === '/komet/session') {
      const { proxyUrl, integratorSecret } = backend;
      const role = searchParams.get('role') ?? '';
      const session = await openKometSession({ proxyUrl, integratorSecret, origin, role });
      response.writeHead(session.status, { 'Content-Type': 'application/json' }).end(session.body);
      return;
    }
    const page = pages[Number(/^\/screen\/(\d+)$/.exec(pathname)?.[1])];
    if (page) response.writeHead(200, page.headers).end(Buffer.from(page.html, page.encoding));
    else await sendFile(response, pathname);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => breakOff(response));
  });
  server.listen(port, 'localhost');
  return {
    show: (page) => `${origin}/screen/${pages.push(page) - 1}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Without a charset, as an old server sends it: a script is then read in the encoding of its page. */
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png' };

const FOLDERS: readonly (readonly [under: string, folder: string])[] = [
  ['/vendor/', 'node_modules/'],
  ['/dist/cdn/', 'dist/cdn/'],
  ['/older/', 'dist/cdn/'],
  ['/pages/', 'test/host/pages/'],
];

async function sendFile(response: ServerResponse, pathname: string): Promise<void> {
  const [under, folder] = FOLDERS.find(([start]) => pathname.startsWith(start)) ?? [];
  const path = under && fileURLToPath(new URL(`${folder}${pathname.slice(under.length)}`, ROOT));
  const file = path && (await readFile(path).catch(() => undefined));
  const type = TYPES[extname(pathname)];
  if (!file || !type) {
    response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
    return;
  }
  response.writeHead(200, { 'Content-Type': type }).end(under === '/older/' ? agedCopy(file) : file);
}

/** The same widgets as a release before this one. */
const agedCopy = (file: Buffer): string => file.toString().replaceAll('`0.1.0`', '`0.0.9`');
