import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { closeOpenBatch, listBatches, readOpenBatch } from './batches.js';
import { failure, success, type Answer, type Service } from './envelope.js';
import { readText, type Body } from './fields.js';
import { adjustTip } from './follow-ups.js';
import { tokenizeCard, transactMobile } from './mobile.js';
import { invalid, Refusal, unauthorized } from './refusal.js';
import { searchTransactions } from './search.js';
import * as settings from './settings.js';
import { transactOnReader } from './terminal.js';
import { createToken, deleteToken, listTokens, readToken, updateToken } from './tokens.js';
import { transact } from './transactions.js';
import type { Call, CallNote, Terminal, World } from './world.js';
import type { FaultTarget } from './faults.js';

/** What the pipeline in front learnt about a call before routing it. */
export interface Arrival {
  target: FaultTarget;
  terminal: Terminal | undefined;
  /** Undefined when the body is no JSON object. */
  body: Body | undefined;
  note: CallNote;
}

interface Env {
  Bindings: { arrival: Arrival };
}
type Handler = (call: Call, c: Context<Env>) => Answer | Promise<Answer>;

/** The documented wire: `/rest/v2/*`. */
export function createGateway(world: World): Hono<Env> {
  const app = new Hono<Env>();
  const serve = (handler: Handler) => async (c: Context<Env>) => respond(c, await handler(authenticated(world, c), c));

  app.post('/rest/v2/mobilejwt/manual', async (c) => {
    const body = c.env.arrival.body;
    if (!body) throw invalid('Malformed request body');
    return respond(c, await tokenizeCard(world, c.req.header('public-key') ?? null, body));
  });
  app.get('/rest/v2/transactions', serve(searchTransactions));
  app.post('/rest/v2/transactions/:type?', serve(transact));
  app.put(
    '/rest/v2/transactions/:id',
    serve((call, c) => adjustTip(call, c.req.param('id') ?? '')),
  );
  app.post(
    '/rest/v2/mobile/transactions/:type?',
    serve((call, c) => transactMobile(call, c.req.header('mobilejwt'))),
  );
  app.post('/rest/v2/terminal/transactions/:type?', serve(transactOnReader));
  app.get('/rest/v2/batches', serve(listBatches));
  app.get('/rest/v2/batches/open', serve(readOpenBatch));
  app.put('/rest/v2/batches/open', serve(closeOpenBatch));
  addVault(app, serve);
  addSettings(app, serve);
  app.post(
    '/rest/v2/receipts',
    serve((call) => acknowledge(call, 'receipt', 'email-address')),
  );
  app.post(
    '/rest/v2/signature',
    serve((call) => acknowledge(call, 'signature', 'base-64-image')),
  );

  app.notFound((c) => respond(c, failure(world, new Refusal(404, '011', 'Not Found'))));
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return respond(c, failure(world, error, serviceOf(c.req.path)));
  });
  return app;
}

type Serve = (handler: Handler) => (c: Context<Env>) => Promise<Response>;

function addVault(app: Hono<Env>, serve: Serve): void {
  app.get('/rest/v2/tokens', serve(listTokens));
  app.post('/rest/v2/tokens', serve(createToken));
  app.get(
    '/rest/v2/tokens/:id',
    serve((call, c) => readToken(call, c.req.param('id') ?? '')),
  );
  app.put(
    '/rest/v2/tokens/:id',
    serve((call, c) => updateToken(call, c.req.param('id') ?? '')),
  );
  app.delete(
    '/rest/v2/tokens/:id',
    serve((call, c) => deleteToken(call, c.req.param('id') ?? '')),
  );
}

function addSettings(app: Hono<Env>, serve: Serve): void {
  app.on(['GET', 'PUT'], '/rest/v2/settings/terminal', serve(settings.terminalSettings));
  app.get('/rest/v2/settings/terminal/hpp', serve(settings.hostedPageSettings));
  app.on(
    ['GET', 'PUT'],
    '/rest/v2/settings/terminal/avs',
    serve((call) => settings.filterSettings(call, 'avs')),
  );
  app.on(
    ['GET', 'PUT'],
    '/rest/v2/settings/terminal/csc',
    serve((call) => settings.filterSettings(call, 'csc')),
  );
  app.on(['GET', 'POST', 'PUT', 'DELETE'], '/rest/v2/settings/terminal/device', serve(settings.deviceSettings));
  app.on(['GET', 'POST', 'PUT'], '/rest/v2/settings/transaction/duplicates', serve(settings.duplicateSettings));
}

function authenticated(world: World, c: Context<Env>): Call {
  const { terminal, body, target, note } = c.env.arrival;
  if (!terminal) throw unauthorized();
  if (!body) throw invalid('Malformed request body');
  return { world, terminal, body, target, note, query: new URL(c.req.url).searchParams };
}

function respond(c: Context<Env>, { status, envelope }: Answer): Response {
  if (status === 204) return c.body(null, 204);
  return c.json(envelope, status as ContentfulStatusCode);
}

function acknowledge({ world, body }: Call, payloadType: 'receipt' | 'signature', required: string): Answer {
  if (readText(body, required) === undefined) throw invalid(`${required} is required`);
  return success(world, { payload: { [payloadType]: {} }, payloadType });
}

function serviceOf(path: string): Service {
  if (path.startsWith('/rest/v2/mobilejwt')) return 'mobile-jwt';
  return path.startsWith('/rest/v2/mobile/') ? 'mobile-gateway' : 'cgw';
}
