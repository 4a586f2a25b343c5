import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Location } from '../../contract/location.js';
import { describeError } from '../../controllers/describe-error.js';
import { Localize } from '../../controllers/localize.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { element } from '../../define.js';
import { coreTexts } from '../../locales/core/catalogue.js';
import { paymentSettingsTexts } from '../../locales/payment-settings/catalogue.js';
import { settingTexts } from '../../locales/setting/catalogue.js';
import { listLocations } from '../../services/sessions.js';
import { widget } from '../../styles/widget.js';
import { keepTyping } from '../ui/key-guard.js';
import { loadingView } from '../ui/loading-view.js';
import { setting } from '../ui/setting/setting.styles.js';
import { lockOf, stopOf } from '../ui/setting/stop.js';
import './parts/location-settings.js';
import './parts/order-preview.js';
import { styles } from './payment-settings.styles.js';

/**
 * How each location of the company takes card payments: upon confirmation or not, whether salespeople manage cards, and the fee;
 * below, what all of that makes Order Entry show.
 *
 * Stands inside a `<komet-pay-provider>`, in the company's settings.
 *
 * @summary Sets how locations take card payments.
 * @fires {SettingsChangedEvent} komet-settings-changed - a setting of a location was saved
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-payment-settings')
export class KometPaymentSettings extends LitElement {
  static override styles = [...widget, setting, styles];

  /** Shows the settings without letting anything be changed. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  #text = new Localize(this, paymentSettingsTexts);
  #common = new Localize(this, settingTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #locations = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.#provider.session ? ([] as const) : undefined),
    load: (client, _args, signal) => listLocations(client)({ signal }),
  });

  /** Reads the locations and their settings anew. */
  async refresh(): Promise<void> {
    await this.#locations.refresh();
    await Promise.all(
      [...this.renderRoot.querySelectorAll('komet-ui-location-settings')].map((part) => part.refresh()),
    );
  }

  override render() {
    return html`<div class="frame" @keydown=${keepTyping} @komet-settings-changed=${this.#onChanged}>
      <h2>${this.#text.t('title')}</h2>
      ${this.#content()}
    </div>`;
  }

  #content() {
    const stop = stopOf(this.#common, this.#provider);
    if (stop) return html`<p class="notice warning">${stop}</p>`;
    const { data, state } = this.#locations;
    if (data) return this.#all(data);
    const error = state.status === 'error' ? describeError(this.#core, state.error) : undefined;
    return loadingView(this.#common, { error, retry: () => void this.#locations.refresh() });
  }

  #all(locations: readonly Location[]) {
    if (locations.length === 0) return html`<p class="muted">${this.#text.t('empty')}</p>`;
    const lock = lockOf(this.#common, this.#provider, { right: 'settings', readonly: this.readonly });
    return html`${lock ? html`<p class="notice">${lock}</p>` : nothing}
      <div class="locations">
        ${locations.map(
          ({ id, name }) =>
            html`<komet-ui-location-settings
              location-id=${id}
              location-name=${name}
              ?locked=${lock !== undefined}
            ></komet-ui-location-settings>`,
        )}
      </div>
      ${
        this.#provider.can('settings', 'pay', 'pay:order', 'pay:read', 'card:read')
          ? html`<komet-ui-order-preview .locations=${locations}></komet-ui-order-preview>`
          : nothing
      }`;
  }

  #onChanged = () => void this.renderRoot.querySelector('komet-ui-order-preview')?.refresh();
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-payment-settings': KometPaymentSettings;
  }
}
