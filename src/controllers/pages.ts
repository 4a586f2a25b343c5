import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PayClient } from '../services/call.js';
import { PayError } from '../services/pay-error.js';
import type { ProviderController } from './provider.js';

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Undefined on the last page. */
  readonly next: string | undefined;
}

export interface PagedQuery<Row> {
  readonly provider: Pick<ProviderController, 'client'>;
  /** Says what is listed, e.g. as JSON; another text begins the list anew, undefined means not yet. */
  readonly subject: () => string | undefined;
  readonly load: (client: PayClient, cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>;
}

/** `loading` has no rows yet; in `ready` more may be on their way; `error` keeps the rows it had. */
export type PagesStatus = 'initial' | 'loading' | 'ready' | 'error';

/** Reads a long list page by page, as far as somebody looks. */
export class PagesController<Row> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #query: PagedQuery<Row>;
  #read: readonly [PayClient, string] | undefined;
  #running: AbortController | undefined;
  #next: string | undefined;
  #isStale = false;
  rows: readonly Row[] = [];
  status: PagesStatus = 'initial';
  error: PayError | undefined;

  constructor(host: ReactiveControllerHost, query: PagedQuery<Row>) {
    this.#host = host;
    this.#query = query;
    host.addController(this);
  }

  /** Whether there is more than `rows`. */
  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { client } = this.#query.provider;
    const subject = this.#query.subject();
    if (!client || subject === undefined) return;
    const isKnown = this.#read?.[0] === client && this.#read[1] === subject;
    if (isKnown && !this.#isStale) return;
    this.#read = [client, subject];
    if (!isKnown) [this.rows, this.status] = [[], 'loading'];
    void this.refresh();
  }

  /** What was read before may be old by the time the host is back. */
  hostDisconnected(): void {
    this.#running?.abort();
    this.#isStale = true;
  }

  /** Reads the beginning of the list anew; the rows in view stay until it is there. */
  async refresh(): Promise<void> {
    this.#isStale = false;
    this.#running?.abort();
    this.#running = undefined;
    await this.#load(undefined);
  }

  /** Reads one page more, unless one is on its way or there is none. */
  async more(): Promise<void> {
    if (this.hasMore && !this.#running) await this.#load(this.#next);
  }

  async #load(cursor: string | undefined): Promise<void> {
    const client = this.#read?.[0];
    if (!client) return;
    const running = (this.#running = new AbortController());
    try {
      const { rows, next } = await this.#query.load(client, cursor, running.signal);
      if (running.signal.aborted) return;
      this.rows = cursor === undefined ? rows : [...this.rows, ...rows];
      this.#next = next;
      [this.status, this.error] = ['ready', undefined];
    } catch (error) {
      if (running.signal.aborted) return;
      if (!(error instanceof PayError)) throw error;
      [this.status, this.error] = ['error', error];
    } finally {
      if (this.#running === running) this.#running = undefined;
      this.#host.requestUpdate();
    }
  }
}
