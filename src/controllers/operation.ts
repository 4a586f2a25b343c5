import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PaymentRequest } from '../contract/payment.js';
import { PaymentSubmittingEvent } from '../events.js';
import type { PayClient } from '../services/call.js';
import { clientError, PayError, type ClientFault } from '../services/pay-error.js';
import { takePayment } from '../services/payments.js';
import type { Attempt } from './attempt-store.js';
import { fingerprintOf } from './decision.js';
import { isOpen, isUsedUp, stateOf, stateOfError, type OpenState, type OperationState } from './operation-state.js';
import { eventsOf } from './outcome-events.js';
import type { ProviderController } from './provider.js';
import { ask, settle } from './settle.js';
import { browserSurroundings, type Surroundings } from './surroundings.js';

export interface OperationOptions {
  readonly provider: Pick<ProviderController, 'client'>;
  /** Names what is decided on, e.g. `receive-payment:<location>:<customer>`; undefined while there is nothing. */
  readonly slot: () => string | undefined;
  readonly send?: typeof takePayment;
  readonly surroundings?: Surroundings;
}

const IDLE: OperationState = { status: 'idle' };

/**
 * Takes one payment, from a user's act only. However often it is run, one request is under way, and a decision keeps its
 * idempotency key until its outcome is known: through retries, a reload, and removal from the page. After a lost answer it
 * asks and never sends by itself. Tells the page of every outcome, dispatching on the host.
 */
export class OperationController implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #options: OperationOptions;
  readonly #around: Surroundings;
  #state: OperationState = IDLE;
  #slot: string | undefined;
  #attempt: Attempt | undefined;
  #run: Promise<OperationState> | undefined;
  #asking: AbortController | undefined;
  #isConnected = false;
  #isUntold = false;

  constructor(host: ReactiveControllerHost & EventTarget, options: OperationOptions) {
    this.#host = host;
    this.#options = options;
    this.#around = options.surroundings ?? browserSurroundings();
    host.addController(this);
  }

  get state(): OperationState {
    return this.#state;
  }

  hostConnected(): void {
    this.#isConnected = true;
    if (this.#isUntold) this.#tell();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stopAsking();
    if (this.#state.status === 'idle') this.#slot = undefined;
  }

  /** Takes up what was left open under the slot, e.g. before a reload, and asks as soon as there is somebody to ask. */
  hostUpdate(): void {
    const slot = this.#options.slot();
    if (slot !== this.#slot && !this.#run) this.#enter(slot);
    if (isOpen(this.#state) && !this.#asking && this.#options.provider.client) void this.check();
  }

  /**
   * Takes the payment; resolves once the outcome is known, or known to be unknown. While one is under way, or its outcome
   * is unknown, or it is done, nothing is sent.
   */
  run(request: PaymentRequest): Promise<OperationState> {
    if (this.#run) return this.#run;
    if (isOpen(this.#state) || this.#state.status === 'done') return Promise.resolve(this.#state);
    this.#show({ status: 'running' });
    this.#run = this.#take(request)
      .then((state) => this.#conclude(state))
      .catch((bug: unknown) => {
        this.#show(this.#attempt ? unknown(this.#attempt) : IDLE);
        throw bug;
      })
      .finally(() => (this.#run = undefined));
    return this.#run;
  }

  /** Asks at once what became of a payment whose outcome is unknown; resolves when that is known. */
  async check(): Promise<void> {
    const [attempt, slot] = [this.#attempt, this.#slot];
    if (!attempt || slot === undefined || !isOpen(this.#state)) return;
    this.#stopAsking();
    const { signal } = (this.#asking = new AbortController());
    const { wait, store } = this.#around;
    const onNews = (state: OpenState): void => {
      this.#attempt = { ...attempt, paymentId: paymentIdOf(state) };
      store.write(slot, this.#attempt);
      const isLost = this.#state.status === 'waiting' && state.status === 'unknown';
      this.#show(state);
      if (isLost) this.#tell();
    };
    const client = (): PayClient | undefined => this.#options.provider.client;
    try {
      this.#conclude(await settle({ attempt, client, wait, onNews, signal }));
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** Makes room for the next decision, once this one is done or has failed. */
  reset(): void {
    if (this.#state.status !== 'done' && this.#state.status !== 'failed') return;
    this.#attempt = undefined;
    this.#show(IDLE);
  }

  #enter(slot: string | undefined): void {
    this.#stopAsking();
    this.#slot = slot;
    this.#attempt = slot === undefined ? undefined : this.#around.store.read(slot);
    this.#state = this.#attempt ? unknown(this.#attempt) : IDLE;
  }

  #stopAsking(): void {
    this.#asking?.abort();
    this.#asking = undefined;
  }

  async #take(request: PaymentRequest): Promise<OperationState> {
    const { client } = this.#options.provider;
    if (!client) return failed('not-configured');
    if (!this.#around.isOnline()) return failed('offline');
    const slot = (this.#slot = this.#options.slot() ?? '');
    const stop = await this.#stoppedByPage(request);
    if (stop) return stop;
    const send = (): Promise<OperationState> => this.#send(client, slot, request);
    const { locks } = this.#around;
    if (!locks) return send();
    const onLock = (lock: Lock | null): OperationState | Promise<OperationState> =>
      lock ? send() : failed('busy-elsewhere');
    return locks.request(`komet-pay:${slot}`, { ifAvailable: true }, onLock);
  }

  async #stoppedByPage(request: PaymentRequest): Promise<OperationState | undefined> {
    const { locationId, customerId, orderId, method, amountCents, feeCents = 0 } = request;
    const facts = { locationId, customerId, orderId, method, amountCents, feeCents };
    const event = new PaymentSubmittingEvent(facts);
    if (!this.#host.dispatchEvent(event)) return IDLE;
    try {
      await event.settled();
    } catch (cause) {
      return { status: 'failed', error: clientError('stopped-by-page', { cause }) };
    }
    return this.#isConnected ? undefined : IDLE;
  }

  async #send(client: PayClient, slot: string, request: PaymentRequest): Promise<OperationState> {
    const open = this.#around.store.read(slot);
    if (open && open.key !== this.#attempt?.key) return unknown((this.#attempt = open));
    const attempt = (this.#attempt = this.#attemptFor(request));
    this.#around.store.write(slot, attempt);
    try {
      return stateOf(await (this.#options.send ?? takePayment)(client)(request, { key: attempt.key }));
    } catch (error) {
      if (!(error instanceof PayError)) throw error;
      const state = stateOfError(error);
      if (state.status !== 'unknown') return state;
      const found = await ask(client, attempt);
      return typeof found === 'string' ? state : stateOf(found);
    }
  }

  /** The same decision made again keeps its key; any other gets a new one. */
  #attemptFor(request: PaymentRequest): Attempt {
    const fingerprint = fingerprintOf(request);
    if (this.#attempt?.fingerprint === fingerprint) return this.#attempt;
    return { key: this.#around.newKey(), fingerprint };
  }

  #conclude(state: OperationState): OperationState {
    this.#stopAsking();
    if (isOpen(state) && this.#attempt) {
      this.#attempt = { ...this.#attempt, paymentId: paymentIdOf(state) };
      this.#around.store.write(this.#slot ?? '', this.#attempt);
    }
    this.#show(state);
    this.#tell();
    return state;
  }

  #show(state: OperationState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  /**
   * Events of a removed element reach nobody: they wait until it is back, and the record stays for a tag that may take its
   * place.
   */
  #tell(): void {
    this.#isUntold = !this.#isConnected;
    if (this.#isUntold) return;
    this.#forget();
    for (const event of eventsOf(this.#state)) this.#host.dispatchEvent(event);
  }

  /** A verdict uses the key up; after a refusal the same decision keeps it for another try. */
  #forget(): void {
    const [state, slot] = [this.#state, this.#slot ?? ''];
    if (state.status !== 'done' && state.status !== 'failed') return;
    if (this.#attempt && this.#around.store.read(slot)?.key === this.#attempt.key) this.#around.store.clear(slot);
    if (isUsedUp(state)) this.#attempt = undefined;
  }
}

const paymentIdOf = (state: OpenState): string | undefined =>
  state.status === 'waiting' ? state.payment.id : state.paymentId;

const failed = (code: ClientFault): OperationState => ({ status: 'failed', error: clientError(code) });

const unknown = ({ paymentId }: Attempt): OperationState => ({ status: 'unknown', ...(paymentId && { paymentId }) });
