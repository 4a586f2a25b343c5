import type * as z from 'zod/mini';
import * as routes from '../../src/contract/routes.js';
import * as serverRoutes from '../../src/contract/server-routes.js';
import type { Route } from '../../src/contract/routes.js';
import { newKey, paymentOf, SECRETS, sessionRequest, type Call, type Proxy } from './given.js';

/** A request that would be answered well, and the schema of its body. */
export interface GoodRequest {
  name: string;
  route: Route;
  path: string;
  call: Call;
  body: Record<string, unknown> | undefined;
  schema: z.ZodMiniType | undefined;
}

const isRoute = (value: unknown): value is Route =>
  typeof value === 'object' && value !== null && 'path' in value && 'answers' in value;

const exported: unknown[] = [...Object.values(routes), ...Object.values(serverRoutes)];
export const ALL_ROUTES: readonly Route[] = exported.filter(isRoute);

/** One good request for every route, with a session that may do everything and ids that exist. */
export async function goodRequests(proxy: Proxy): Promise<GoodRequest[]> {
  const token = await proxy.session();
  const saved = await proxy.call('POST', '/v1/customers/25/cards', {
    token,
    key: newKey(),
    body: { locationId: 'miami', cardToken: await proxy.cardToken() },
  });
  const paid = await proxy.call('POST', '/v1/payments', {
    token,
    key: newKey(),
    body: paymentOf('', { source: { cardId: saved.json.id } }),
  });
  const ids: Record<string, string> = {
    customerId: '25',
    locationId: 'miami',
    cardId: saved.json.id,
    paymentId: paid.json.id,
  };
  const cardToken = await proxy.cardToken();
  const bodies = new Map<Route, Record<string, unknown>>([
    [routes.createSession, { ...sessionRequest() }],
    [serverRoutes.endSessions, { actorId: 'nobody' }],
    [serverRoutes.saveKeys, { apiKey: '0'.repeat(32), terminalId: 'counter' }],
    [serverRoutes.verifyKeys, {}],
    [routes.createCard, { locationId: 'miami', cardToken, description: 'Office', billing: { zip: '33172' } }],
    [routes.changeCard, { description: 'Office', primary: true }],
    [routes.createCardFrame, { locationId: 'miami', locale: 'en', colorScheme: 'light' }],
    [
      routes.createPayment,
      paymentOf(cardToken, {
        allocations: [{ invoiceId: 'inv-1002', amountCents: 15_000, discountCents: 0 }],
        amountCents: 15_000,
        feeCents: 0,
        creditIds: [],
        notes: 'n',
      }),
    ],
  ]);
  return ALL_ROUTES.map((route) => {
    const body = bodies.get(route);
    const bearer = typeof route.access === 'string' ? SECRETS.one : token;
    return {
      name: `${route.method} ${route.path}`,
      route,
      path: route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'x'),
      call: { ...(route.access !== 'anyone' && { token: bearer }), ...(body && { body }) },
      body,
      schema: route.body,
    };
  });
}
