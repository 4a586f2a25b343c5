import type { Route } from '../../src/contract/routes.js';
import type { Permission } from '../../src/contract/session.js';
import { ProblemError } from '../problem-error.js';
import { findIntegrator, type Integrator } from '../sessions/integrators.js';
import { authenticate, type Authenticated } from '../sessions/sessions.js';
import { requireJsonHeaders } from './body.js';
import type { Actor } from '../deps.js';
import type { Answer, Context, Endpoint, Incoming, OperatorCall, ServerCall, UserCall } from './call.js';
import { readBearer, requireCleanAddress, requireIdempotencyKey, requireRight } from './guards.js';
import { parseBody, parseQuery, requireIds } from './parse.js';

type UserRoute = Route & { readonly access: readonly Permission[] };
type ServerRoute = Route & { readonly access: 'integrator' };
type OperatorRoute = Route & { readonly access: 'operator' };
type OpenRoute = Route & { readonly access: 'anyone' };

/**
 * A route for the user of a session. The order matters: what can be refused by the headers is refused before the body is
 * read, and a body is looked at only for someone who may send it.
 */
export function userEndpoint<const R extends UserRoute>(
  route: R,
  run: (context: Context, call: UserCall<R>) => Promise<Answer>,
): Endpoint {
  return {
    route,
    handle: async (context, request, params, incoming) => {
      refuseUnread(route, request);
      const session = await authenticated(context, request, incoming);
      requireRight(session.actor, route.access);
      requireIds(params);
      const query = parseQuery(route, request.url);
      const key = route.idempotent ? requireIdempotencyKey(request.headers) : '';
      const body = await parseBody(route, request);
      const { requestId } = incoming;
      return run(context, { ...session, params, query, body, key, requestId } as UserCall<R>);
    },
  };
}

/** A route for a host's server, which shows its integrator's secret. */
export function serverEndpoint<const R extends ServerRoute>(
  route: R,
  run: (context: Context, call: ServerCall<R>) => Promise<Answer>,
): Endpoint {
  return {
    route,
    handle: async (context, request, params, incoming) => {
      refuseUnread(route, request);
      const integrator = await requireIntegrator(context, request);
      incoming.companyId = integrator.companyId;
      requireIds(params);
      const query = parseQuery(route, request.url);
      const body = await parseBody(route, request);
      return run(context, { integrator, params, query, body, requestId: incoming.requestId } as ServerCall<R>);
    },
  };
}

/** A route for Komet's own people: their server with its secret, or one of them with a session. */
export function operatorEndpoint<const R extends OperatorRoute>(
  route: R,
  run: (context: Context, call: OperatorCall<R>) => Promise<Answer>,
): Endpoint {
  return {
    route,
    handle: async (context, request, params, incoming) => {
      refuseUnread(route, request);
      const actor = await operatorOf(context, request, incoming);
      requireRight(actor, ['operator']);
      requireIds(params);
      const query = parseQuery(route, request.url);
      const body = await parseBody(route, request);
      return run(context, { actor, params, query, body, requestId: incoming.requestId } as OperatorCall<R>);
    },
  };
}

async function operatorOf(context: Context, request: Request, incoming: Incoming): Promise<Actor> {
  const integrator = await findIntegrator(context.app.integrators, readBearer(request.headers));
  if (!integrator) return (await authenticated(context, request, incoming)).actor;
  incoming.companyId = integrator.companyId;
  const { companyId, operator } = integrator;
  const permissions = new Set(operator === true ? (['operator'] as const) : []);
  return { companyId, id: 'operator', name: 'operator', kind: 'staff', permissions, requestId: incoming.requestId };
}

/** A route that tells nothing worth protecting. */
export function openEndpoint(route: OpenRoute, run: (context: Context) => Promise<Answer>): Endpoint {
  return { route, handle: (context) => run(context) };
}

function refuseUnread(route: Route, request: Request): void {
  requireCleanAddress(request);
  if (route.body) requireJsonHeaders(request.headers, route.maxBodyBytes);
}

async function authenticated({ deps, tokens }: Context, request: Request, incoming: Incoming): Promise<Authenticated> {
  const session = await authenticate(deps, tokens, readBearer(request.headers), incoming.requestId);
  incoming.companyId = session.actor.companyId;
  incoming.actorId = session.actor.id;
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== session.origin) throw new ProblemError('origin-not-allowed');
  return session;
}

export async function requireIntegrator({ app }: Context, request: Request): Promise<Integrator> {
  const integrator = await findIntegrator(app.integrators, readBearer(request.headers));
  if (!integrator) throw new ProblemError('not-authenticated');
  return integrator;
}
