import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PaymentRequest } from '../../src/contract/payment.js';
import { AttemptStore } from '../../src/controllers/attempt-store.js';
import { OperationController, type OperationOptions } from '../../src/controllers/operation.js';
import type { Surroundings } from '../../src/controllers/surroundings.js';
import { givenClient, type Network } from '../services/given.js';

/** An element as controllers see it: it updates in a microtask after it was asked to, while it is in the page. */
export class Host extends EventTarget implements ReactiveControllerHost {
  readonly heard: string[] = [];
  readonly #controllers = new Set<ReactiveController>();
  #isConnected = false;
  #isPending = false;

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  requestUpdate(): void {
    if (this.#isPending || !this.#isConnected) return;
    this.#isPending = true;
    queueMicrotask(() => {
      this.#isPending = false;
      if (this.#isConnected) for (const controller of this.#controllers) controller.hostUpdate?.();
    });
  }

  get updateComplete(): Promise<boolean> {
    return Promise.resolve(true);
  }

  connect(): this {
    this.#isConnected = true;
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.requestUpdate();
    return this;
  }

  disconnect(): void {
    this.#isConnected = false;
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  override dispatchEvent(event: Event): boolean {
    this.heard.push(event.type);
    return super.dispatchEvent(event);
  }
}

/** A browser tab: its storage outlives elements, and its timers go off as soon as they are set. */
export class Tab implements Surroundings {
  readonly kept = new Map<string, string>();
  readonly pauses: number[] = [];
  readonly locks: Surroundings['locks'];
  online = true;
  #keys = 0;

  constructor(locks = new Locks()) {
    this.locks = locks as unknown as Surroundings['locks'];
  }

  readonly store = new AttemptStore({
    getItem: (name) => this.kept.get(name) ?? null,
    setItem: (name, value) => void this.kept.set(name, value),
    removeItem: (name) => void this.kept.delete(name),
  });

  readonly newKey = (): string => `key-${String(++this.#keys).padStart(12, '0')}`;
  readonly isOnline = (): boolean => this.online;
  readonly wait = async (ms: number, signal: AbortSignal): Promise<void> => {
    this.pauses.push(ms);
    await new Promise(setImmediate);
    signal.throwIfAborted();
  };
}

/** Locks of one browser, shared by its tabs. */
export class Locks {
  readonly #held = new Set<string>();

  async request(name: string, _options: object, run: (lock: object | null) => unknown): Promise<unknown> {
    if (this.#held.has(name)) return run(null);
    this.#held.add(name);
    try {
      return await run({});
    } finally {
      this.#held.delete(name);
    }
  }
}

export const REQUEST: PaymentRequest = {
  locationId: 'miami',
  customerId: '25',
  method: 'in-app',
  source: { cardToken: 'eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl' },
  allocations: [{ invoiceId: 'inv-1', amountCents: 10_000 }],
  amountCents: 10_000,
};

/** A tag in the page that takes payments over `net`. */
export function givenTag(net: Network, tab = new Tab(), options: Partial<OperationOptions> = {}) {
  const host = new Host();
  const provider = { client: givenClient(net) };
  const slot = () => 'receive-payment:miami:25';
  const operation = new OperationController(host, { provider, slot, surroundings: tab, ...options });
  host.connect();
  return { host, operation, tab };
}

/** Resolves with the first state whose status is one of those. */
export async function stateOf(operation: OperationController, ...statuses: string[]) {
  while (!statuses.includes(operation.state.status)) await new Promise(setImmediate);
  return operation.state;
}
