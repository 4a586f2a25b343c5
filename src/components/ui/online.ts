import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the browser has a connection, and an update of the host when that changes. */
export class Online implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get value(): boolean {
    return navigator.onLine;
  }

  hostConnected() {
    for (const type of ['online', 'offline']) window.addEventListener(type, this.#tell);
  }

  hostDisconnected() {
    for (const type of ['online', 'offline']) window.removeEventListener(type, this.#tell);
  }

  readonly #tell = () => this.#host.requestUpdate();
}
