import { ProblemError } from '../problem-error.js';
import type { Context, Incoming } from './call.js';
import { allowOrigin, isPreflight, preflightAnswer, requireKnownOrigin } from './cors.js';
import type { Metrics } from './metrics.js';
import { problemResponse } from './problems.js';
import { secure } from './security-headers.js';

/** Something that answers requests of one origin. */
export type Site = (request: Request, incoming: Incoming) => Promise<Response>;

export interface Sites {
  readonly api: Site;
  readonly cardFrame: Site;
}

/**
 * What every request passes: the host decides who answers, errors become problems, headers are set, and one line is logged
 * that holds no body, no token and no query.
 */
export function createFront(context: Context, sites: Sites, metrics: Metrics): (request: Request) => Promise<Response> {
  const { deps, app } = context;
  const origins = new Set([app.publicOrigin, ...app.integrators.flatMap((integrator) => integrator.origins)]);
  const cardFrameHost = new URL(app.cardFrameOrigin).host;
  const apiHosts = new Set([new URL(app.publicOrigin).host, ...(app.allowedHosts ?? [])]);

  const answer = async (request: Request, incoming: Incoming): Promise<Response> => {
    const { host } = new URL(request.url);
    if (host === cardFrameHost) return sites.cardFrame(request, incoming);
    if (!apiHosts.has(host)) throw new ProblemError('not-found');
    requireKnownOrigin(request, origins);
    return isPreflight(request) ? preflightAnswer() : sites.api(request, incoming);
  };

  return async (request) => {
    const started = deps.clock();
    const incoming: Incoming = { requestId: deps.newId() };
    const response = await answer(request, incoming).catch((error: unknown) => failed(context, error, incoming));
    const { status } = response;
    const headers = new Headers(response.headers);
    headers.set('x-request-id', incoming.requestId);
    secure(headers);
    allowOrigin(request, headers, origins);
    const { route = 'none', ...who } = incoming;
    deps.log.info('request', { ...who, method: request.method, route, status, ms: deps.clock() - started });
    metrics.countRequest(route, status);
    return new Response(response.body, { status, headers });
  };
}

/** A refusal is told as it is; anything else is our fault, told to the log and to nobody else. */
export function failed({ deps }: Pick<Context, 'deps'>, error: unknown, { requestId, route }: Incoming): Response {
  if (error instanceof ProblemError) return problemResponse(error, requestId);
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  deps.log.error('unexpected-error', { requestId, route, error: name, message, stack });
  return problemResponse(new ProblemError('internal-error'), requestId);
}
