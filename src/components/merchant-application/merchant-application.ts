import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { Localize } from '../../controllers/localize.js';
import { ProviderController } from '../../controllers/provider.js';
import { element } from '../../define.js';
import { merchantApplicationTexts } from '../../locales/merchant-application/catalogue.js';
import { screen } from '../../styles/screen.js';
import { widget } from '../../styles/widget.js';
import '../ui/application/application-form.js';
import { EnvironmentStrip } from '../ui/environment-strip.js';
import { styles } from './merchant-application.styles.js';

/**
 * The credit card information page of a location, by which the company applies for an account with the processor.
 *
 * What is typed is kept as a draft; a submitted application is locked.
 *
 * @summary Applies for an account with the processor.
 * @fires {ApplicationSubmittedEvent} komet-application-submitted - the application was handed in
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-merchant-application')
export class KometMerchantApplication extends LitElement {
  static override styles = [...widget, screen, styles];

  /** The location that applies; by default the provider's. */
  @property({ attribute: 'location-id' }) locationId = '';

  #text = new Localize(this, merchantApplicationTexts);
  #provider = new ProviderController(this);
  #environment = new EnvironmentStrip(this, this.#provider);

  override render() {
    return html`${this.#environment.render()}
      <div class="frame">${this.#content()}</div>`;
  }

  #content() {
    const stop = this.#stop();
    if (stop) return html`<p class="notice warning">${stop}</p>`;
    if (this.#provider.status === 'loading') return nothing;
    return html`<komet-ui-application-form .locationId=${this.#place()}></komet-ui-application-form>`;
  }

  #stop(): string | undefined {
    const { status } = this.#provider;
    if (status === 'not-configured') return this.#text.t('stop.not-configured');
    if (status === 'failed') return this.#text.t('stop.session');
    if (status === 'loading') return undefined;
    if (!this.#provider.can('apply', 'operator')) return this.#text.t('stop.right', { right: 'apply' });
    return this.#place() ? undefined : this.#text.t('stop.place');
  }

  #place(): string {
    return this.locationId || (this.#provider.locationId ?? '');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-merchant-application': KometMerchantApplication;
  }
}
