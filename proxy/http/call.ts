import type * as z from 'zod/mini';
import type { Route } from '../../src/contract/routes.js';
import type { Actor, Deps } from '../deps.js';
import type { Integrator } from '../sessions/integrators.js';
import type { Authenticated } from '../sessions/sessions.js';
import type { Tokens } from '../sessions/tokens.js';
import type { AppConfig } from './app-config.js';

/** What every route may need; made once per app. */
export interface Context {
  readonly deps: Deps;
  readonly app: AppConfig;
  readonly tokens: Tokens;
}

/** One request on its way, with what its log line will say. */
export interface Incoming {
  readonly requestId: string;
  /** The route's path with its parameters' names. */
  route?: string;
  companyId?: string;
  actorId?: string;
}

type Output<S> = S extends z.ZodMiniType ? z.output<S> : undefined;

type ParamNames<P> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | ParamNames<Rest> : never;

/** A request that fits its route: everything parsed, everything allowed. */
interface Call<R extends Route> {
  readonly params: Readonly<Record<ParamNames<R['path']>, string>>;
  readonly query: Output<R['query']>;
  readonly body: Output<R['body']>;
  readonly requestId: string;
}

export interface UserCall<R extends Route> extends Call<R>, Authenticated {
  /** The client's key of a write; empty on routes that need none. */
  readonly key: string;
}

export interface ServerCall<R extends Route> extends Call<R> {
  readonly integrator: Integrator;
}

export interface OperatorCall<R extends Route> extends Call<R> {
  readonly actor: Actor;
}

/** A call by whoever holds a link. */
export interface LinkCall<R extends Route> extends Omit<Call<R>, 'query'> {
  readonly key: string;
  /** The origin of the page it came from. */
  readonly origin: string;
}

/** An answer that is not a problem. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A route with what answers it. */
export interface Endpoint {
  readonly route: Route;
  handle(
    context: Context,
    request: Request,
    params: Readonly<Record<string, string>>,
    incoming: Incoming,
  ): Promise<Answer>;
}
