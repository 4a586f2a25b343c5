import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { DroppedConnection, type Simulator } from './app.js';

/** The simulator behind a socket, which a drop fault destroys instead of answering on it. */
export function createHttpServer(simulator: Pick<Simulator, 'fetch'>): Server {
  const listener = getRequestListener((request, { outgoing }) => answerOrDrop(simulator, request, outgoing), {
    overrideGlobalObjects: false,
  });
  const server = createServer(
    (incoming: IncomingMessage, outgoing: ServerResponse) => void listener(incoming, outgoing),
  );
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 70_000;
  return server;
}

async function answerOrDrop(
  simulator: Pick<Simulator, 'fetch'>,
  request: Request,
  outgoing: unknown,
): Promise<Response> {
  try {
    return await simulator.fetch(request);
  } catch (error) {
    if (!(error instanceof DroppedConnection)) throw error;
    (outgoing as ServerResponse).socket?.destroy();
    return new Response(null, { status: 204 });
  }
}
