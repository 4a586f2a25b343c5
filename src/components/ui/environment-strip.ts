import { html, nothing, type ReactiveControllerHost } from 'lit';
import { Localize } from '../../controllers/localize.js';
import type { ProviderController } from '../../controllers/provider.js';
import { environmentTexts } from '../../locales/environment/catalogue.js';

/** Says across the whole width where no real money moves; a live screen carries no such strip. */
export class EnvironmentStrip {
  readonly #text;
  readonly #provider;

  constructor(host: ReactiveControllerHost & HTMLElement, provider: ProviderController) {
    this.#text = new Localize(host, environmentTexts);
    this.#provider = provider;
  }

  render() {
    const environment = this.#provider.session?.environment;
    if (!environment || environment === 'live') return nothing;
    return html`<p class="environment">${this.#text.t(`environment.${environment}`)}</p>`;
  }
}
