import { ProblemError } from '../problem-error.js';

const METHODS = 'GET, POST, PUT, PATCH, DELETE';
const REQUEST_HEADERS = 'authorization, content-type, idempotency-key';
const ANSWER_HEADERS = 'x-request-id, retry-after, idempotent-replayed, location';
const PREFLIGHT_SECONDS = 600;

/**
 * Refuses a request from a page that no integrator named, before anything is done for it: the browser's own check only
 * keeps the answer from the page. Without `Origin` (same-origin reads, servers) there is nothing to check.
 */
export function requireKnownOrigin(request: Request, origins: ReadonlySet<string>): void {
  const origin = request.headers.get('origin');
  if (origin !== null && !origins.has(origin)) throw new ProblemError('origin-not-allowed');
}

export function isPreflight(request: Request): boolean {
  return request.method === 'OPTIONS' && request.headers.has('access-control-request-method');
}

export function preflightAnswer(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': REQUEST_HEADERS,
      'access-control-max-age': String(PREFLIGHT_SECONDS),
    },
  });
}

/** Lets the page read the answer, problems included. Never a wildcard, never with cookies. */
export function allowOrigin(request: Request, headers: Headers, origins: ReadonlySet<string>): void {
  headers.append('vary', 'Origin');
  const origin = request.headers.get('origin');
  if (origin === null || !origins.has(origin)) return;
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-expose-headers', ANSWER_HEADERS);
}
