import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { PayErrorEvent } from '../events.js';
import type { PayClient, WriteOptions as SendOptions } from '../services/call.js';
import { clientError, PayError } from '../services/pay-error.js';
import type { Attempt } from './attempt-store.js';
import { fingerprintOf } from './decision.js';
import type { ProviderController } from './provider.js';
import { browserSurroundings, type Surroundings } from './surroundings.js';

/** Where a write stands. In `unknown` its answer was lost and the same request is being repeated under the same key. */
export type WriteState<Value> =
  | { readonly status: 'idle' }
  | { readonly status: 'running' }
  | { readonly status: 'unknown' }
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: PayError };

export interface WriteOptions<Input, Value> {
  readonly provider: Pick<ProviderController, 'client'>;
  /** Names what is written, e.g. `charge-back:<payment>`, so that a reload keeps the key; undefined where that doesn't matter. */
  readonly slot: () => string | undefined;
  readonly send: (client: PayClient, input: Input, options: SendOptions) => Promise<Value>;
  readonly surroundings?: Surroundings;
}

const IDLE = { status: 'idle' } as const;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;
const MOST_REPEATS = 12;

/**
 * Does one write that a user started: everything but taking a payment, which `OperationController` does. One request is under
 * way at a time. The same input keeps its idempotency key until the proxy has answered, also over a reload; so a request whose
 * answer was lost is repeated by itself, and the proxy answers it from its record.
 */
export class WriteController<Input, Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #options: WriteOptions<Input, Value>;
  readonly #around: Surroundings;
  #state: WriteState<Value> = IDLE;
  #attempt: Attempt | undefined;
  #run: Promise<WriteState<Value>> | undefined;
  #life = new AbortController();

  constructor(host: ReactiveControllerHost & EventTarget, options: WriteOptions<Input, Value>) {
    this.#host = host;
    this.#options = options;
    this.#around = options.surroundings ?? browserSurroundings();
    host.addController(this);
  }

  get state(): WriteState<Value> {
    return this.#state;
  }

  hostConnected(): void {
    if (this.#life.signal.aborted) this.#life = new AbortController();
  }

  /** A removed element stops repeating; the key stays with its slot for the tag that takes its place. */
  hostDisconnected(): void {
    this.#life.abort();
  }

  /** Resolves once the proxy has answered, or once nothing more is tried. While one is under way, nothing else is sent. */
  run(input: Input): Promise<WriteState<Value>> {
    this.#run ??= this.#write(input)
      .catch((bug: unknown) => {
        this.#show(IDLE);
        throw bug;
      })
      .finally(() => (this.#run = undefined));
    return this.#run;
  }

  /** Makes room for the next write. */
  reset(): void {
    if (!this.#run) this.#show(IDLE);
  }

  async #write(input: Input): Promise<WriteState<Value>> {
    this.#show({ status: 'running' });
    const slot = this.#options.slot();
    const attempt = (this.#attempt = this.#attemptFor(slot, input));
    if (slot !== undefined) this.#around.store.write(slot, attempt);
    const state = await this.#sendUntilAnswered(input, attempt);
    if (state.status === 'done' || isVerdict(state)) this.#forget(slot, attempt);
    this.#show(state);
    if (state.status === 'failed') this.#host.dispatchEvent(new PayErrorEvent(state.error));
    return state;
  }

  async #sendUntilAnswered(input: Input, { key }: Attempt): Promise<WriteState<Value>> {
    const { signal } = this.#life;
    for (let turn = 0; ; turn++) {
      const answer = await this.#send(input, key);
      if (!(answer instanceof PayError)) return { status: 'done', value: answer.value };
      if (!isLost(answer, turn) || turn >= MOST_REPEATS) return { status: 'failed', error: answer };
      this.#show({ status: 'unknown' });
      try {
        await this.#around.wait(Math.min(FIRST_PAUSE_MS * 2 ** turn, LONGEST_PAUSE_MS), signal);
      } catch {
        return { status: 'unknown' };
      }
    }
  }

  async #send(input: Input, key: string): Promise<PayError | { readonly value: Value }> {
    const { client } = this.#options.provider;
    if (!client) return clientError('not-configured');
    if (!this.#around.isOnline()) return clientError('offline');
    try {
      return { value: await this.#options.send(client, input, { key }) };
    } catch (error) {
      if (error instanceof PayError) return error;
      throw error;
    }
  }

  /** The same decision made again keeps its key; any other gets a new one. */
  #attemptFor(slot: string | undefined, input: Input): Attempt {
    const fingerprint = fingerprintOf(input);
    const earlier = (slot === undefined ? undefined : this.#around.store.read(slot)) ?? this.#attempt;
    if (earlier?.fingerprint === fingerprint) return earlier;
    return { key: this.#around.newKey(), fingerprint };
  }

  #forget(slot: string | undefined, { key }: Attempt): void {
    this.#attempt = undefined;
    if (slot !== undefined && this.#around.store.read(slot)?.key === key) this.#around.store.clear(slot);
  }

  #show(state: WriteState<Value>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

/**
 * Whether the proxy may have done it all the same. Once an answer was lost, being offline or out of reach says nothing about
 * that first request.
 */
function isLost({ moneyMoved, code, kind }: PayError, turn: number): boolean {
  if (moneyMoved === 'unknown' || code === 'request-in-progress') return true;
  return turn > 0 && (kind === 'offline' || kind === 'unreachable');
}

/** The proxy has judged the request; the same one again would be a new decision. */
function isVerdict<Value>(state: WriteState<Value>): boolean {
  return state.status === 'failed' && state.error.moneyMoved === 'no' && state.error.next !== 'retry-same-key';
}
