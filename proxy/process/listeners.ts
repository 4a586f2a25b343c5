import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';

type Fetch = (request: Request) => Promise<Response>;

/** A token that names many locations must fit. */
const MAX_HEADER_BYTES = 32 * 1024;
const HEADERS_WITHIN_MS = 10_000;
const REQUEST_WITHIN_MS = 30_000;
const KEEP_ALIVE_MS = 65_000;

/** Opens a port for the app. A client that is slow to say what it wants is dropped, a slow answer is not. */
export async function listen(fetch: Fetch, port: number): Promise<Server> {
  const listener = getRequestListener(fetch, { overrideGlobalObjects: false });
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_WITHIN_MS,
      requestTimeout: REQUEST_WITHIN_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  server.listen(port);
  await once(server, 'listening');
  return server;
}

/** Takes no further connection and resolves when the running requests are answered. */
export async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  // A connection whose last answer is still to come would otherwise be kept open for the next request.
  server.keepAliveTimeout = 1;
  server.close();
  server.closeIdleConnections();
  await closed;
}
