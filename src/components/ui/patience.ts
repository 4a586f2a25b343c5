import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** After so long a person starts to doubt that anything happens. */
const PATIENCE_MS = 3000;

/** Tells when something the host waits for takes longer than people are patient. */
export class Patience implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #waiting: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over = false;

  constructor(host: ReactiveControllerHost, waiting: () => boolean) {
    this.#host = host;
    this.#waiting = waiting;
    host.addController(this);
  }

  get over(): boolean {
    return this.#over && this.#waiting();
  }

  hostUpdated() {
    if (!this.#waiting()) this.#stop();
    else
      this.#timer ??= setTimeout(() => {
        this.#over = true;
        this.#host.requestUpdate();
      }, PATIENCE_MS);
  }

  hostDisconnected() {
    this.#stop();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#over = false;
  }
}
