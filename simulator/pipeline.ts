import type { Hono } from 'hono';
import { maskDigits } from './cards.js';
import { failure } from './envelope.js';
import type { Fault } from './faults.js';
import type { Arrival } from './gateway.js';
import type { Journal, JournalEntry } from './journal.js';
import { formatMoney, parseMoney } from './money.js';
import { DroppedConnection, Refusal } from './refusal.js';
import type { Body } from './fields.js';
import type { World } from './world.js';

type GatewayApp = Hono<{ Bindings: { arrival: Arrival } }>;

/** Told of every approved or declined transaction answer, with the raw text that went out. */
export type AnswerListener = (arrival: Arrival, text: string) => void;

/** A call whose connection broke but which reaches the gateway later all the same. */
interface LateCall {
  due: number;
  run(): Promise<unknown>;
}

/** What stands in front of the gateway: the faults, then the gateway itself, then the journal. */
export interface Pipeline {
  answer(request: Request): Promise<Response>;
  /** Lets the late calls in whose time has come. */
  admitLate(): Promise<void>;
}

export function createPipeline(world: World, app: GatewayApp, journal: Journal, onAnswer?: AnswerListener): Pipeline {
  let late: LateCall[] = [];

  /** The gateway decides and the journal says so, whatever a fault then makes of the answer. */
  async function decide(request: Request, arrival: Arrival, fault?: () => Fault | undefined): Promise<Response> {
    const response = await app.fetch(request, { arrival });
    const text = await response.text();
    if (arrival.note.transactionId !== undefined) onAnswer?.(arrival, text);
    const after = fault?.();
    if (after) arrival.note.fault = after.kind;
    journal.add(entryOf(arrival, outcomeOf(response.status, text), world.now()));
    return after ? sufferAfter(world, after, response, text) : withText(response, text);
  }

  function postpone(request: Request, arrival: Arrival, fault: Fault): void {
    const copy = { ...arrival, note: { ...arrival.note } };
    late.push({ due: world.now() + fault.ms, run: () => decide(request, copy) });
  }

  return {
    answer: async (request) => {
      const arrival = await arrive(world, request);
      const before = world.faults.take(arrival.target, ...faultsBefore);
      if (before) {
        arrival.note.fault = before.kind;
        if (before.kind === 'late-arrival') postpone(request, arrival, before);
        const write = (outcome: string) => journal.add(entryOf(arrival, outcome, world.now()));
        const instead = await sufferBefore(world, before, write);
        if (instead) return instead;
      }
      return decide(request, arrival, () => world.faults.take(arrival.target, ...faultsAfter));
    },
    admitLate: async () => {
      const due = late.filter((call) => call.due <= world.now());
      late = late.filter((call) => !due.includes(call));
      for (const call of due) await call.run();
    },
  };
}

const faultsBefore = ['delay', 'drop-before-booking', 'late-arrival', 'http-500-before', 'redirect'] as const;

const faultsAfter = [
  'drop-after-booking',
  'http-500-after',
  'empty-body',
  'truncate-json',
  'wrong-amount',
  'wrong-order-id',
] as const;

async function arrive(world: World, request: Request): Promise<Arrival> {
  const url = new URL(request.url);
  const text = await request.clone().text();
  const body = parseBody(text);
  const terminal = world.terminals.find(({ apiKey }) => apiKey === request.headers.get('api-key'));
  const lastSegment = /\/transactions\/([a-z-]+)$/.exec(url.pathname)?.[1];
  const named = lastSegment ?? body?.['type'];
  const type = typeof named === 'string' ? named.toUpperCase().replaceAll('-', ' ') : undefined;
  const target = { path: url.pathname, method: request.method, type, terminalId: terminal?.terminalId };
  const amount = parseMoney(body?.['amount']);
  const orderId = body?.['order-id'];
  return {
    target,
    terminal,
    body,
    note: {
      booked: false,
      ...(amount !== undefined && { amount: formatMoney(amount) }),
      ...(typeof orderId === 'string' && { orderId: maskDigits(orderId) }),
    },
  };
}

/** No body counts as an empty object; anything else must be a JSON object. */
function parseBody(text: string): Body | undefined {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : undefined;
  } catch {
    return undefined;
  }
}

/** Resolves to what the caller gets instead of the gateway's answer, if anything. */
async function sufferBefore(
  world: World,
  fault: Fault,
  write: (outcome: string) => void,
): Promise<Response | undefined> {
  switch (fault.kind) {
    case 'delay':
      await world.wait(fault.ms);
      return undefined;
    case 'http-500-before':
      write('500/050');
      return internalError(world);
    case 'redirect':
      write('302');
      return new Response(null, { status: 302, headers: { location: 'http://127.0.0.1:9/' } });
    default:
      write('dropped');
      throw new DroppedConnection();
  }
}

function sufferAfter(world: World, fault: Fault, response: Response, text: string): Response {
  switch (fault.kind) {
    case 'http-500-after':
      return internalError(world);
    case 'empty-body':
      return withText(response, '');
    case 'truncate-json':
      return withText(response, text.slice(0, Math.floor(text.length / 2)));
    case 'wrong-amount':
      return withText(
        response,
        text.replace(/"amount":"(\d+)\./, (_, whole) => `"amount":"${Number(whole) + 1}.`),
      );
    case 'wrong-order-id':
      return withText(response, text.replace(/"order-id":"[^"]*"/, '"order-id":"not-what-was-sent"'));
    default:
      throw new DroppedConnection();
  }
}

function internalError(world: World): Response {
  const { envelope } = failure(world, new Refusal(500, '050', 'Internal Error'));
  return Response.json(envelope, { status: 500 });
}

function withText(response: Response, text: string): Response {
  const body = response.status === 204 ? null : text;
  return new Response(body, { status: response.status, headers: response.headers });
}

/** "402/012": the gateway's own decision, whatever a fault made of it on the way back. */
function outcomeOf(status: number, text: string): string {
  const code = /"result-code":"([^"]*)"/.exec(text)?.[1];
  return code === undefined ? String(status) : `${status}/${code}`;
}

function entryOf({ target, terminal, note }: Arrival, outcome: string, at: number): Omit<JournalEntry, 'seq'> {
  return {
    at: new Date(at).toISOString(),
    method: target.method,
    path: maskDigits(target.path),
    ...(terminal && { merchantId: terminal.merchant.merchantId, terminalId: terminal.terminalId }),
    ...(target.type !== undefined && { type: target.type }),
    ...note,
    outcome,
  };
}
