import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { breakOff, forward } from './forward.js';
import { openKometSession } from './komet-session.js';
import { sendFile } from './static-files.js';

/** The web server of a Komet installation, played small: its screens, its session page, and the proxy under its own origin. */
const variable = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
};

const port = Number(variable('PORT'));
const proxyUrl = variable('PROXY_URL');
const simulatorUrl = variable('SIMULATOR_URL');
const cardFrameOrigin = variable('CARD_FRAME_ORIGIN');
const integratorSecret = variable('INTEGRATOR_SECRET');
const origin = `http://localhost:${port}`;

/** The strictest policy the widgets work under; a host needs `frame-src` for the card frame and nothing else of ours. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  `frame-src ${cardFrameOrigin}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', origin);
  response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Cache-Control', 'no-store');
  if (url.pathname.startsWith('/komet-pay/'))
    return forward(request, response, proxyUrl, url.pathname.slice('/komet-pay'.length) + url.search);
  if (url.pathname.startsWith('/simulator/'))
    return forward(request, response, simulatorUrl, `/__sim${url.pathname.slice('/simulator'.length)}`);
  if (url.pathname === '/komet/session' && request.method === 'POST') {
    const [role = '', locationId] = ['role', 'location'].map((name) => url.searchParams.get(name) ?? undefined);
    const session = await openKometSession({
      proxyUrl,
      integratorSecret,
      origin,
      role,
      ...(locationId && { locationId }),
    });
    response.writeHead(session.status, { 'Content-Type': 'application/json' }).end(session.body);
    return;
  }
  await sendFile(response, url.pathname);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    breakOff(response);
  });
});
server.listen(port, 'localhost');
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
