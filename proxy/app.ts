import { createCardFrameSite } from './card-frame/site.js';
import { cardRequestRoutes } from './card-request-page/site.js';
import type { Deps } from './deps.js';
import type { AppConfig } from './http/app-config.js';
import type { Context } from './http/call.js';
import { createFront } from './http/front.js';
import { createMetrics } from './http/metrics.js';
import { createSite } from './http/site.js';
import { openApiDocument } from './openapi/document.js';
import { allEndpoints } from './routes/all.js';
import { surroundings } from './routes/surroundings.js';
import { createTokens } from './sessions/tokens.js';

export type { AppConfig } from './http/app-config.js';

export interface App {
  readonly fetch: (request: Request) => Promise<Response>;
}

/** The proxy: the API on its own hosts, the card frame on its own origin. Runs in Node, in tests and in a page. */
export function createApp(options: Deps & AppConfig): App {
  const { publicOrigin, sessionKey, config, clock } = options;
  const tokens = createTokens({ key: sessionKey, issuer: publicOrigin, environment: config.environment, clock });
  const context: Context = { deps: options, app: options, tokens };
  const metrics = createMetrics();
  const endpoints = allEndpoints(metrics);
  const routes = endpoints.map(({ route }) => route);
  const around = surroundings(context, metrics, openApiDocument(routes, publicOrigin));
  const api = createSite(context, endpoints, (router) => {
    around(router);
    cardRequestRoutes(context)(router);
  });
  return { fetch: createFront(context, { api, cardFrame: createCardFrameSite(context) }, metrics) };
}
