import { AttemptStore } from './attempt-store.js';
import { newKey } from './decision.js';

/** What an operation needs of the browser. */
export interface Surroundings {
  readonly store: AttemptStore;
  readonly newKey: () => string;
  /** Undefined on a page without TLS, where only this tab can be guarded. */
  readonly locks: Pick<LockManager, 'request'> | undefined;
  readonly isOnline: () => boolean;
  /** Resolves after `ms`, or as soon as the network is back; rejects when aborted. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const browserSurroundings = (): Surroundings => ({
  store: new AttemptStore(),
  newKey,
  locks: (navigator as { locks?: LockManager }).locks,
  isOnline: () => navigator.onLine,
  wait: waitForTimeOrNetwork,
});

function waitForTimeOrNetwork(ms: number, signal: AbortSignal): Promise<void> {
  const done = new AbortController();
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    addEventListener('online', () => resolve(), { signal: done.signal });
    signal.addEventListener('abort', () => reject(signal.reason as Error), { signal: done.signal });
    done.signal.addEventListener('abort', () => clearTimeout(timer));
  }).finally(() => done.abort());
}
