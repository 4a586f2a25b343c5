import type { MerchantAccount, UnknownReason } from '../port.js';
import { DoubtError, NotSentError, type GatewayHttp, type GatewayHttpRequest } from '../transport.js';
import { errorRow, readAnswer, readOne, transactionRow, type Answer } from './schemas.js';
import { safeText } from './transactions.js';

/** A call of one of the adapter's operations. */
export interface Call {
  /** For the log, e.g. `sale`. */
  readonly operation: string;
  readonly method: GatewayHttpRequest['method'];
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly timeoutMs: number;
}

/** What came back. `answer` is missing when the body is not the gateway's JSON. */
export type Reply =
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'doubt'; readonly reason: UnknownReason }
  | { readonly kind: 'answer'; readonly status: number; readonly answer: Answer | undefined };

export type Caller = (account: MerchantAccount, call: Call) => Promise<Reply>;

/** The part of the proxy's log that is needed here. */
export interface CallLog {
  info(event: string, members?: Readonly<Record<string, unknown>>): void;
}

export interface CallerOptions {
  /** Origin of the gateway, with or without a trailing slash. */
  readonly baseUrl: string;
  readonly http: GatewayHttp;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly log?: CallLog;
}

/** Makes one HTTP call and never throws. Logs what support asks for, never a body, a header or a query. */
export function createCaller({ baseUrl, http, clock, log }: CallerOptions): Caller {
  const base = baseUrl.replace(/\/+$/, '');
  return async (account, call) => {
    const started = clock();
    const reply = await send(http, toHttp(base, account, call));
    log?.info('gateway-call', { operation: call.operation, ms: clock() - started, ...describe(reply) });
    return reply;
  };
}

function toHttp(base: string, { apiKey }: MerchantAccount, call: Call): GatewayHttpRequest {
  // A space as %20 is understood by everyone, as + only by those who decode forms.
  const query = call.query ? `?${new URLSearchParams(call.query).toString().replaceAll('+', '%20')}` : '';
  return {
    method: call.method,
    url: base + call.path + query,
    headers: {
      accept: 'application/json',
      'api-key': apiKey,
      ...(call.body && { 'content-type': 'application/json' }),
      ...call.headers,
    },
    ...(call.body && { body: JSON.stringify(call.body) }),
    timeoutMs: call.timeoutMs,
  };
}

async function send(http: GatewayHttp, request: GatewayHttpRequest): Promise<Reply> {
  // A key or card token with a line break could not become a header: nothing is sent.
  if (!Object.values(request.headers).every((value) => /^[\x20-\x7e]+$/.test(value))) return { kind: 'not-sent' };
  try {
    const { status, text } = await http(request);
    return { kind: 'answer', status, answer: readAnswer(text) };
  } catch (error) {
    if (error instanceof NotSentError) return { kind: 'not-sent' };
    return { kind: 'doubt', reason: error instanceof DoubtError ? error.reason : 'connection-lost' };
  }
}

function describe(reply: Reply): Record<string, unknown> {
  if (reply.kind === 'not-sent') return { failure: 'not-sent' };
  if (reply.kind === 'doubt') return { failure: reply.reason };
  const { status, answer } = reply;
  if (!answer) return { status };
  const exchangeId = safeText(answer['exchange-id']);
  const code = safeText(codeOf(answer));
  return { status, ...(code !== undefined && { code }), ...(exchangeId !== undefined && { exchangeId }) };
}

/** The result code of an answer: a transaction's own is truer than the error's beside it. */
export function codeOf({ payload, 'result-code': outer }: Answer): string | undefined {
  const inner =
    readOne(transactionRow, payload['transaction'])?.['result-code'] ??
    readOne(errorRow, payload['error'])?.['result-code'];
  return inner ?? outer;
}
