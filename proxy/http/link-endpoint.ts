import type { Route } from '../../src/contract/routes.js';
import { requireJsonHeaders } from './body.js';
import type { Context, Endpoint, LinkCall } from './call.js';
import { requireCleanAddress, requireIdempotencyKey } from './guards.js';
import { parseBody } from './parse.js';

type LinkRoute = Route & { readonly access: 'anyone' };

/** A route for whoever holds a link: its token, in the path, is all they show. */
export function linkEndpoint<const R extends LinkRoute>(
  route: R,
  run: (context: Context, call: LinkCall<R>) => ReturnType<Endpoint['handle']>,
): Endpoint {
  return {
    route,
    handle: async (context, request, params, { requestId }) => {
      requireCleanAddress(request);
      if (route.body) requireJsonHeaders(request.headers);
      const key = route.idempotent ? requireIdempotencyKey(request.headers) : '';
      const body = await parseBody(route, request);
      const origin = request.headers.get('origin') ?? context.app.publicOrigin;
      return run(context, { params, body, key, origin, requestId } as LinkCall<R>);
    },
  };
}
