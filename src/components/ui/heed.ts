import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Listens to an event of any tag on the page while its host is there. */
export class Heed<Type extends keyof HTMLElementEventMap> implements ReactiveController {
  readonly #type: Type;
  readonly #listener: EventListener;

  constructor(host: ReactiveControllerHost, type: Type, listener: (event: HTMLElementEventMap[Type]) => void) {
    this.#type = type;
    this.#listener = (event) => listener(event as HTMLElementEventMap[Type]);
    host.addController(this);
  }

  hostConnected() {
    document.addEventListener(this.#type, this.#listener);
  }

  hostDisconnected() {
    document.removeEventListener(this.#type, this.#listener);
  }
}
