import { Hono } from 'hono';
import { ProblemError } from '../problem-error.js';
import type { Context, Endpoint, Incoming } from './call.js';
import { failed, type Site } from './front.js';
import { parseAnswer } from './parse.js';
import { problemResponse } from './problems.js';

export type Router = Hono<{ Bindings: Incoming }>;

/** Routes requests to endpoints; what is unknown is 404, a known path with another method 405. */
export function createSite(context: Context, endpoints: readonly Endpoint[], more: (router: Router) => void): Site {
  const router: Router = new Hono();
  for (const endpoint of endpoints) {
    const { method, path } = endpoint.route;
    router.on(method, honoPath(path), async ({ req, env: incoming }) => {
      incoming.route = path;
      return answer(endpoint, await endpoint.handle(context, req.raw, req.param(), incoming));
    });
  }
  more(router);
  for (const [path, methods] of methodsByPath(endpoints)) {
    router.all(honoPath(path), ({ env: { requestId } }) => methodNotAllowed(methods, requestId));
  }
  router.notFound(({ env: { requestId } }) => problemResponse(new ProblemError('not-found'), requestId));
  router.onError((error, { env: incoming }) => failed(context, error, incoming));
  return async (request, incoming) => router.fetch(request, incoming);
}

function answer({ route }: Endpoint, { status, body, headers }: Awaited<ReturnType<Endpoint['handle']>>): Response {
  // A file, written while it is sent.
  if (body instanceof ReadableStream) return new Response(body, { status, headers: { ...headers } });
  const checked = parseAnswer(route, status, body);
  if (checked === undefined) return new Response(null, { status, headers: { ...headers } });
  return new Response(JSON.stringify(checked), { status, headers: { 'content-type': 'application/json', ...headers } });
}

function methodsByPath(endpoints: readonly Endpoint[]): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const { route } of endpoints) methods.set(route.path, [...(methods.get(route.path) ?? []), route.method]);
  return methods;
}

function methodNotAllowed(methods: readonly string[], requestId: string): Response {
  const response = problemResponse(new ProblemError('method-not-allowed'), requestId);
  response.headers.set('allow', [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', '));
  return response;
}

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');
