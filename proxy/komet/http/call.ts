import type * as z from 'zod';
import { ProblemError } from '../../problem-error.js';
import type { ApiHttp } from './api-http.js';
import { readEnvelope, readRows, type Rows } from './schemas.js';

/** What came back from one call. `refused` is Komet's own no, with its sentence; `failed` leaves open whether the call was carried out. */
export type Answer =
  | { readonly kind: 'answer'; readonly members: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** The part of the proxy's log that is needed here. */
export interface CallLog {
  info(event: string, members?: Readonly<Record<string, unknown>>): void;
  warn(event: string, members?: Readonly<Record<string, unknown>>): void;
}

export interface ApiOptions {
  /** With or without a trailing slash, e.g. `https://api.kometsales.com/api`. */
  readonly baseUrl: string;
  /** Of type Company. It leaves this folder in requests only. */
  readonly token: string;
  readonly http: ApiHttp;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly log?: CallLog;
}

/** Komet's API: reads are GETs with parameters, writes are POSTs with JSON, and the token is one of the parameters. */
export interface Api {
  get(method: string, parameters: Readonly<Record<string, string>>): Promise<Answer>;
  post(method: string, body: Readonly<Record<string, unknown>>): Promise<Answer>;
  /**
   * The rows of a list; those that make no sense are left out, unless the list is wanted whole.
   * @throws ProblemError `komet-unreachable` when there is no such list in the answer, or not the whole of it
   */
  list<T extends z.ZodType>(
    method: string,
    parameters: Readonly<Record<string, string>>,
    rows: { readonly name: string; readonly schema: T; readonly whole?: boolean },
  ): Promise<readonly z.infer<T>[]>;
}

/** A posting makes three calls at most, and they must end before another replica may take it over after 30 seconds. */
const TIMEOUT_MS = 8_000;

export function createApi(options: ApiOptions): Api {
  const { token, log } = options;
  const base = options.baseUrl.replace(/\/+$/, '');
  const get: Api['get'] = (method, parameters) => {
    const query = new URLSearchParams({ authenticationToken: token, ...parameters });
    return send(options, method, { method: 'GET', url: `${base}/${method}?${query.toString()}` });
  };
  return {
    get,
    post: (method, body) => {
      const text = JSON.stringify({ authenticationToken: token, ...body });
      return send(options, method, { method: 'POST', url: `${base}/${method}`, body: text });
    },
    list: async (method, parameters, { name, schema, whole }) => {
      const found = rowsOf(await get(method, parameters), name, schema);
      if (!found) throw new ProblemError('komet-unreachable');
      if (found.unreadable > 0) log?.warn('komet-rows-unreadable', { method, rows: found.unreadable });
      if (whole && found.unreadable > 0) throw new ProblemError('komet-unreachable');
      return found.rows;
    },
  };
}

/** The rows of a list answer; undefined when Komet refused, could not be reached or answered something else. */
export function rowsOf<T extends z.ZodType>(answer: Answer, name: string, schema: T): Rows<z.infer<T>> | undefined {
  return answer.kind === 'answer' ? readRows(schema, answer.members[name]) : undefined;
}

async function send(
  { http, token, clock, log }: ApiOptions,
  method: string,
  request: Omit<Parameters<ApiHttp>[0], 'timeoutMs'>,
): Promise<Answer> {
  const started = clock();
  const answer = withoutToken(await exchange(http, request), token);
  const outcome = answer.kind === 'failed' ? answer.reason : answer.kind;
  log?.info('komet-call', { method, ms: clock() - started, outcome });
  return answer;
}

/** Komet's sentence is kept and logged, and it might quote what it refused. */
function withoutToken(answer: Answer, token: string): Answer {
  return answer.kind === 'refused' ? { ...answer, message: answer.message.replaceAll(token, '[token]') } : answer;
}

/** Errors are told by their class alone: a message may quote the address, and the address holds the token. */
async function exchange(http: ApiHttp, request: Omit<Parameters<ApiHttp>[0], 'timeoutMs'>): Promise<Answer> {
  try {
    const { status, text } = await http({ ...request, timeoutMs: TIMEOUT_MS });
    if (status < 200 || status > 299) return { kind: 'failed', reason: `status-${status}` };
    const envelope = readEnvelope(text);
    if (!envelope) return { kind: 'failed', reason: 'unreadable' };
    return envelope.success
      ? { kind: 'answer', members: envelope.members }
      : { kind: 'refused', message: envelope.message };
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return { kind: 'failed', reason: timedOut ? 'timeout' : 'unreachable' };
  }
}
