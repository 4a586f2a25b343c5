import type * as z from 'zod/mini';
import type { Route } from '../contract/routes.js';

type ParamNames<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | ParamNames<Rest> : never;

type Output<Schema> = Schema extends z.ZodMiniType ? z.output<Schema> : undefined;

/** What a route answers when it is not a problem; undefined for an empty answer. */
export type Answer<R extends Route> = Output<R['answers'][keyof R['answers'] & number]>;

type Params<R extends Route> = [ParamNames<R['path']>] extends [never]
  ? unknown
  : { readonly params: Readonly<Record<ParamNames<R['path']>, string>> };
type Query<R extends Route> = R extends { query: infer Schema }
  ? { readonly query?: z.input<Schema & z.ZodMiniType> }
  : unknown;
type Body<R extends Route> = R extends { body: infer Schema }
  ? { readonly body: z.input<Schema & z.ZodMiniType> }
  : unknown;
type Key<R extends Route> = R extends { idempotent: true } ? { readonly key: string } : unknown;

/** What a call of the route needs, taken from its definition. */
export type InputOf<R extends Route> = Params<R> &
  Query<R> &
  Body<R> &
  Key<R> & { readonly signal?: AbortSignal | undefined };

/** The input may be left out where nothing of it is required. */
export type InputArgs<R extends Route> = Record<string, never> extends InputOf<R> ? [InputOf<R>?] : [InputOf<R>];

/** The same, for any route. */
export interface CallInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  /** The `Idempotency-Key` of the decision. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

export interface PayClient {
  /** Rejects with a PayError, or with the reason of an aborted `signal`. */
  call<R extends Route>(route: R, ...input: InputArgs<R>): Promise<Answer<R>>;
  /** The same for a route that was asked for a file. */
  file<R extends Route>(route: R, ...input: InputArgs<R>): Promise<Blob>;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface WriteOptions extends CallOptions {
  /** Made for one decision and repeated with every retry of it. */
  readonly key: string;
}

/** The route's path without its leading slash, with the parameters filled in. */
export function pathOf({ path }: Route, params: Readonly<Record<string, string>> = {}): string {
  return path.slice(1).replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
