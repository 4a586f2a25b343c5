import type * as z from 'zod/mini';
import * as chargeBackRoutes from '../../src/contract/charge-back-routes.js';
import * as creditRefundRoutes from '../../src/contract/credit-refund-routes.js';
import * as integrationRoutes from '../../src/contract/integration-routes.js';
import * as receiptRoutes from '../../src/contract/receipt-routes.js';
import * as routes from '../../src/contract/routes.js';
import * as serverRoutes from '../../src/contract/server-routes.js';
import type { Route } from '../../src/contract/routes.js';
import * as orderRoutes from '../../src/contract/order-routes.js';
import * as settingRoutes from '../../src/contract/setting-routes.js';
import * as terminalRoutes from '../../src/contract/terminal-routes.js';
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

const modules = [
  routes,
  serverRoutes,
  integrationRoutes,
  settingRoutes,
  terminalRoutes,
  orderRoutes,
  chargeBackRoutes,
  receiptRoutes,
  creditRefundRoutes,
];
export const ALL_ROUTES: readonly Route[] = modules
  .flatMap((module): unknown[] => Object.values(module))
  .filter(isRoute);

const APPLICATION = {
  business: { legalName: 'Flores', kind: 'llc', taxId: '12-3456789', zip: '33172' },
  owner: { name: 'Ana', sharePercent: 100 },
  volumes: { monthlyCents: 1, keyedPercent: 0 },
  bank: { name: 'Bank', accountLast4: '1234' },
  contact: { email: 'ana@flores.example' },
};

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
  const terminal = await proxy.call('POST', '/v1/locations/miami/terminals', {
    token,
    key: newKey(),
    body: { name: 'Dock' },
  });
  const ids: Record<string, string> = {
    customerId: '25',
    locationId: 'miami',
    cardId: saved.json.id,
    paymentId: paid.json.id,
    orderId: 'ord-3001',
    terminalId: terminal.json.id,
  };
  const cardToken = await proxy.cardToken();
  const bodies = new Map<Route, Record<string, unknown>>([
    [routes.createSession, { ...sessionRequest() }],
    [serverRoutes.endSessions, { actorId: 'nobody' }],
    [integrationRoutes.saveKeys, { apiKey: '0'.repeat(32), terminalId: 'counter' }],
    [integrationRoutes.verifyKeys, {}],
    [integrationRoutes.changeIntegration, { enabled: false, confirmation: 'Somewhere' }],
    [integrationRoutes.saveApplication, APPLICATION],
    [integrationRoutes.recordRates, { percentHundredths: 285, perPaymentCents: 25, monthlyCents: 1_000, notes: 'n' }],
    [
      settingRoutes.changeLocationSettings,
      { allowPaymentUponConfirmation: true, feeRule: { kind: 'surcharge', flatCents: 50 } },
    ],
    [settingRoutes.changeCustomerSettings, { requirePaymentUponConfirmation: true }],
    [terminalRoutes.createTerminal, { name: 'Counter', serial: 'A-1', active: true }],
    [terminalRoutes.changeTerminal, { name: 'Counter', serial: 'A-1', active: true }],
    [receiptRoutes.mailReceipt, { email: 'ana@shop.example', locale: 'en' }],
    [chargeBackRoutes.createChargeBack, { date: '2026-11-20', reason: 'r', scope: 'books-only' }],
    [
      creditRefundRoutes.createCreditRefund,
      { locationId: 'miami', customerId: '25', creditId: 'cr-501', amountCents: 1, date: '2026-11-20', reason: 'r' },
    ],
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
