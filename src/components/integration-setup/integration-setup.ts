import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { IntegrationState, Location } from '../../contract/location.js';
import { describeError } from '../../controllers/describe-error.js';
import { Localize } from '../../controllers/localize.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { element } from '../../define.js';
import { coreTexts } from '../../locales/core/catalogue.js';
import { integrationSetupTexts } from '../../locales/integration-setup/catalogue.js';
import { listLocations } from '../../services/sessions.js';
import { screen } from '../../styles/screen.js';
import { widget } from '../../styles/widget.js';
import { EnvironmentStrip } from '../ui/environment-strip.js';
import { Heed } from '../ui/heed.js';
import { loadingView } from '../ui/loading-view.js';
import { styles } from './integration-setup.styles.js';
import './parts/location-setup.js';

/**
 * Turns card payments on: `Enable the Clearent Integration` and the five steps to charging cards, with who acts next. A
 * company with several locations has a row for each.
 *
 * Stands inside a `<komet-pay-provider>`. The processor's keys are typed by Komet's operators only and never shown again.
 *
 * @summary Sets up card payments, location by location.
 * @fires {IntegrationChangedEvent} komet-integration-changed - the set-up of a location went on, or was turned off
 * @fires {ApplicationSubmittedEvent} komet-application-submitted - the application of a location was handed in
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-integration-setup')
export class KometIntegrationSetup extends LitElement {
  static override styles = [...widget, screen, styles];

  /** The location whose row is open at first; by default the provider's. */
  @property({ attribute: 'location-id' }) locationId = '';
  /** The rows somebody opened or closed. */
  @state() private opened: Readonly<Record<string, boolean>> = {};

  #text = new Localize(this, integrationSetupTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #environment = new EnvironmentStrip(this, this.#provider);
  #locations = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.#provider.status === 'ready' ? ([] as const) : undefined),
    load: (client, _args, signal) => listLocations(client)({ signal }),
  });

  constructor() {
    super();
    new Heed(this, 'komet-integration-changed', () => void this.#locations.refresh());
    new Heed(this, 'komet-application-submitted', () => void this.#locations.refresh());
  }

  override render() {
    const isLive = this.#provider.session?.environment === 'live';
    return html`${isLive ? html`<p class="environment live">${this.#text.t('environment.live')}</p>` : this.#environment.render()}
      <div class="frame">${this.#content()}</div>`;
  }

  #content() {
    const { status } = this.#provider;
    if (status === 'not-configured' || status === 'failed') {
      const stop = status === 'failed' ? 'stop.session' : 'stop.not-configured';
      return html`<p class="notice warning">${this.#text.t(stop)}</p>`;
    }
    const { data, state } = this.#locations;
    if (data) return this.#places(data);
    const error = state.status === 'error' ? describeError(this.#core, state.error) : undefined;
    return loadingView(this.#text, { error, retry: () => void this.#locations.refresh() });
  }

  #places(locations: readonly Location[]) {
    const mayRead = this.#provider.can('settings', 'apply', 'operator');
    const [only] = locations;
    const right = mayRead
      ? nothing
      : html`<p class="notice warning">${this.#text.t('stop.right', { right: 'settings' })}</p>`;
    const currency = this.#provider.session?.company.currency ?? '';
    const foreign =
      currency === 'USD' ? nothing : html`<p class="notice warning">${this.#text.t('currency', { currency })}</p>`;
    if (only && locations.length === 1 && mayRead) {
      return html`${foreign}<komet-ui-location-setup .location=${only}></komet-ui-location-setup>`;
    }
    return html`${right}${foreign}
      <ul class="places" aria-label=${this.#text.t('locations')}>
        ${locations.map((one) => html`<li class="place">${mayRead ? this.#row(one) : this.#closedRow(one)}</li>`)}
      </ul>`;
  }

  #closedRow({ name, integrationState }: Location) {
    return html`<div class="row"><strong>${name}</strong> ${this.#state(integrationState)}</div>`;
  }

  #row(location: Location) {
    const { id, name, integrationState } = location;
    const isOpen = this.opened[id] ?? id === (this.locationId || this.#provider.locationId);
    const toggle = () => (this.opened = { ...this.opened, [id]: !isOpen });
    return html`<button type="button" class="row" aria-expanded=${isOpen ? 'true' : 'false'} @click=${toggle}>
        <strong>${name}</strong> ${this.#state(integrationState)}
      </button>
      ${isOpen ? html`<komet-ui-location-setup .location=${location}></komet-ui-location-setup>` : nothing}`;
  }

  #state(state: IntegrationState) {
    return html`<span class="tag ${state === 'ready' ? 'success' : 'warning'}"
      >${this.#text.t(`state.${state}`)}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-integration-setup': KometIntegrationSetup;
  }
}
