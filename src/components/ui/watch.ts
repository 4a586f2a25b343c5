import type { ReactiveController } from 'lit';

const FIRST_PAUSE_MS = 2_500;
const LONGEST_PAUSE_MS = 15_000;

export interface WatchOptions {
  readonly isNeeded: () => boolean;
  readonly look: () => Promise<void>;
}

/** Looks again at something that ends by itself, with growing pauses, while the host is in the page. */
export class Watch implements ReactiveController {
  readonly #options: WatchOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pauseMs = FIRST_PAUSE_MS;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  hostUpdated() {
    if (!this.#options.isNeeded()) this.#stop();
    else this.#timer ??= setTimeout(() => void this.#look(), this.#pauseMs);
  }

  hostDisconnected() {
    this.#stop();
  }

  async #look() {
    this.#pauseMs = Math.min(this.#pauseMs * 1.5, LONGEST_PAUSE_MS);
    await this.#options.look();
    this.#timer = undefined;
    this.hostUpdated();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pauseMs = FIRST_PAUSE_MS;
  }
}
