import { html, type ReactiveControllerHost } from 'lit';
import type { Urgency } from '../../controllers/announce-event.js';

/**
 * What is read out to users of a screen reader. Both regions are in the first rendering: many readers overlook a region that
 * appears together with its text.
 */
export class LiveRegion {
  readonly #host: ReactiveControllerHost;
  readonly #texts: Record<Urgency, string> = { polite: '', assertive: '' };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** The same text said again is read again: a no-break space makes it another. */
  say(text: string, urgency: Urgency): void {
    this.#texts[urgency] = text === this.#texts[urgency] ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }

  render() {
    return html`<div class="said" role="status">${this.#texts.polite}</div>
      <div class="said" role="alert">${this.#texts.assertive}</div>`;
  }
}
