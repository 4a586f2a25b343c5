import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PayClient } from '../services/call.js';
import { PayError } from '../services/pay-error.js';
import type { ProviderController } from './provider.js';

export type QueryState<T> =
  | { readonly status: 'initial' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly data: T; readonly refreshing: boolean }
  | { readonly status: 'error'; readonly error: PayError; readonly data?: T };

export interface Query<Args extends readonly unknown[], T> {
  readonly provider: Pick<ProviderController, 'client'>;
  /** What is read; undefined while it isn't known yet. Compared member by member. */
  readonly args: () => Args | undefined;
  readonly load: (client: PayClient, args: Args, signal: AbortSignal) => Promise<T>;
}

/**
 * Reads something whenever its arguments change. Other arguments forget the data; reading the same anew keeps it in view,
 * also when that fails.
 */
export class QueryController<Args extends readonly unknown[], T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #query: Query<Args, T>;
  #state: QueryState<T> = { status: 'initial' };
  #read: readonly unknown[] | undefined;
  #isStale = false;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost, query: Query<Args, T>) {
    this.#host = host;
    this.#query = query;
    host.addController(this);
  }

  get state(): QueryState<T> {
    return this.#state;
  }

  get data(): T | undefined {
    return 'data' in this.#state ? this.#state.data : undefined;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { client } = this.#query.provider;
    const args = client && this.#query.args();
    const wanted = args && [client, ...args];
    const isKnown = isSame(wanted, this.#read);
    if (isKnown && !this.#isStale) return;
    this.#running?.abort();
    this.#read = wanted;
    if (!isKnown) this.#state = { status: 'initial' };
    if (args) void this.#run(client, args);
  }

  /** What was read before may be old by the time the host is back. */
  hostDisconnected(): void {
    this.#running?.abort();
    this.#isStale = true;
  }

  /** Reads the same anew; resolves when it is there or has failed. */
  async refresh(): Promise<void> {
    const { client } = this.#query.provider;
    const args = client && this.#query.args();
    if (args) await this.#run(client, args);
  }

  async #run(client: PayClient, args: Args): Promise<void> {
    this.#running?.abort();
    const { signal } = (this.#running = new AbortController());
    this.#isStale = false;
    const { data } = this;
    this.#show(data === undefined ? { status: 'loading' } : { status: 'ready', data, refreshing: true });
    try {
      const fresh = await this.#query.load(client, args, signal);
      if (!signal.aborted) this.#show({ status: 'ready', data: fresh, refreshing: false });
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof PayError)) throw error;
      this.#show({ status: 'error', error, ...(data !== undefined && { data }) });
    }
  }

  #show(state: QueryState<T>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

function isSame(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((member, index) => Object.is(member, b[index]));
}
