import ky, { HTTPError, type KyInstance } from 'ky';
import * as z from 'zod/mini';
import { problem } from '../contract/problem.js';
import type { Route } from '../contract/routes.js';
import { pathOf, type Answer, type CallInput, type InputArgs, type PayClient } from './call.js';
import { clientError, problemError, type PayError } from './pay-error.js';

/** How long to wait, in milliseconds. */
export interface ClientPatience {
  readonly readMs: number;
  readonly writeMs: number;
  /** The pause before the first repeat of a read; doubled for the second. */
  readonly repeatMs: number;
}

export interface ClientOptions {
  /** Where the proxy is, e.g. `/komet-pay` or `https://pay.example`; without `/v1`. */
  readonly apiBase: string;
  /** The session's token; given the one that was refused, a newer one. Rejects with a PayError. */
  readonly getToken: (refused?: string) => Promise<string>;
  readonly fetch?: typeof globalThis.fetch;
  readonly isOnline?: () => boolean;
  readonly patience?: Partial<ClientPatience>;
}

const PATIENCE: ClientPatience = { readMs: 15_000, writeMs: 45_000, repeatMs: 300 };
const READ_REPEATS = 2;

/**
 * Speaks to the proxy: builds requests from the contract's routes and checks every answer against them. Reads are repeated
 * twice; writes never, since only their caller knows how. A refused token is renewed and the request sent once more, with
 * the same key.
 */
export function createClient(options: ClientOptions): PayClient {
  const http = transport(options);
  const isOnline = options.isOnline ?? browserIsOnline;
  const ask = async (route: Route, input: CallInput = {}): Promise<Response> => {
    if (!isOnline()) throw clientError('offline');
    const send = (token: string) => exchange(http, route, input, token);
    const token = await options.getToken();
    const response = await send(token);
    return response.status === 401 ? send(await options.getToken(token)) : response;
  };
  return {
    call: <R extends Route>(route: R, ...[input]: InputArgs<R>) =>
      ask(route, input as CallInput).then((response) => readAnswer(route, response)) as Promise<Answer<R>>,
    file: (route, ...[input]) =>
      ask(route, input as CallInput).then((response) =>
        response.ok ? response.blob() : (readAnswer(route, response) as Promise<never>),
      ),
  };
}

function transport({ apiBase, fetch, patience }: ClientOptions): (route: Route) => KyInstance {
  const { readMs, writeMs, repeatMs } = { ...PATIENCE, ...patience };
  const http = ky.create({
    prefixUrl: absolute(apiBase),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    ...(fetch && { fetch }),
    retry: {
      limit: READ_REPEATS,
      methods: ['get'],
      statusCodes: [500, 502, 503, 504],
      afterStatusCodes: [],
      delay: (attempt) => repeatMs * 2 ** (attempt - 1),
    },
  });
  return (route) => http.extend({ timeout: route.idempotent ? writeMs : readMs });
}

/** One request; resolves with any answer that has a status, rejects with a PayError or the signal's reason. */
async function exchange(
  http: (route: Route) => KyInstance,
  route: Route,
  { params, query, body, key, signal }: CallInput,
  token: string,
): Promise<Response> {
  try {
    return await http(route)(pathOf(route, params), {
      method: route.method,
      headers: headersOf(token, key),
      ...(query && { searchParams: query }),
      ...(body !== undefined && { json: body }),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (error instanceof HTTPError) return error.response;
    if (signal?.aborted) throw signal.reason;
    throw clientError(route.idempotent ? 'answer-lost' : 'unreachable', { cause: error });
  }
}

/** Whoever only holds a link has no token. */
const headersOf = (token: string, key: string | undefined): Record<string, string> => ({
  ...(token && { authorization: `Bearer ${token}` }),
  ...(key && { 'idempotency-key': key }),
});

async function readAnswer(route: Route, response: Response): Promise<unknown> {
  const schema = route.answers[response.status];
  if (schema === null) return undefined;
  const json: unknown = await response.json().catch(() => undefined);
  if (schema) {
    const answer = z.safeParse(schema, json);
    if (answer.success) return answer.data;
    throw badResponse(route, response, answer.error);
  }
  const told = z.safeParse(problem, json);
  if (told.success) throw problemError(told.data, route.idempotent);
  if (response.status >= 500 && !route.idempotent) throw clientError('unreachable', facts(response));
  throw badResponse(route, response);
}

/** An answer that can't be read tells nothing of what was done: a write is then as good as unanswered. */
function badResponse(route: Route, response: Response, cause?: unknown): PayError {
  const unknown = { moneyMoved: 'unknown', next: 'ask-state' } as const;
  return clientError('bad-response', { ...(route.idempotent && unknown), ...facts(response), cause });
}

const facts = ({ headers }: Response) => ({ requestId: headers.get('x-request-id') ?? undefined });

/** As much of a browser as there is: none, where a server speaks to the proxy. */
const page: { document?: Document; navigator?: { onLine?: boolean } } = globalThis;

/** A relative `apiBase` is taken from the page, as a link is. */
const absolute = (apiBase: string): string => new URL(apiBase, page.document?.baseURI).href;

/** Only a certain no counts: where the browser can't tell, the request will. */
const browserIsOnline = (): boolean => page.navigator?.onLine !== false;
