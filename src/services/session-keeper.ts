import type { Session } from '../contract/session.js';
import type { PayClient } from './call.js';
import { createClient, type ClientOptions } from './client.js';
import { PayError } from './pay-error.js';
import { readSession } from './sessions.js';
import { TokenSource, type AskForToken } from './token-source.js';

export type SessionState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly session: Session }
  | { readonly status: 'failed'; readonly error: PayError };

export interface SessionKeeperOptions extends Omit<ClientOptions, 'getToken'> {
  readonly askForToken: AskForToken;
  readonly onChange: (state: SessionState) => void;
  readonly now?: () => number;
  /** Runs something later, in milliseconds; returns how to call it off. */
  readonly later?: (run: () => void, ms: number) => () => void;
}

/** Renewal comes well before the end, so that no request of a user has to wait for it. */
const RENEW_AT = 0.8;
const RETRY_MS = 10_000;

/** Holds the session of one provider: reads it, and renews it at 80 % of its life until it is stopped. */
export class SessionKeeper {
  readonly client: PayClient;
  readonly #tokens: TokenSource;
  readonly #onChange: (state: SessionState) => void;
  readonly #now: () => number;
  readonly #later: (run: () => void, ms: number) => () => void;
  #callOff: (() => void) | undefined;
  #running = false;
  #isRead = false;

  constructor({ askForToken, onChange, now = Date.now, later = browserTimer, ...options }: SessionKeeperOptions) {
    this.#tokens = new TokenSource(askForToken);
    this.#onChange = onChange;
    this.#now = now;
    this.#later = later;
    this.client = createClient({ ...options, getToken: (refused) => this.#tokens.get(refused) });
  }

  /** Started again, e.g. since the provider was moved in the page, it keeps what it knows while it reads anew. */
  async start(): Promise<void> {
    this.#running = true;
    if (!this.#isRead) this.#onChange({ status: 'loading' });
    await this.#read((error) => this.#onChange({ status: 'failed', error }));
  }

  stop(): void {
    this.#running = false;
    this.#callOff?.();
  }

  async #read(failed: (error: PayError) => void, before?: () => Promise<unknown>): Promise<void> {
    try {
      await before?.();
      const session = await readSession(this.client)();
      if (!this.#running) return;
      this.#isRead = true;
      this.#onChange({ status: 'ready', session });
      this.#plan((Date.parse(session.expiresAt) - this.#now()) * RENEW_AT);
    } catch (error) {
      if (!(error instanceof PayError)) throw error;
      if (this.#running) failed(error);
    }
  }

  #plan(ms: number): void {
    this.#callOff?.();
    this.#callOff = this.#later(() => void this.#renew(), Math.max(ms, 1_000));
  }

  /** A renewal that fails is tried again later: the old token is still good for a while. */
  #renew(): Promise<void> {
    return this.#read(
      () => this.#plan(RETRY_MS),
      () => this.#tokens.renew(),
    );
  }
}

function browserTimer(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
