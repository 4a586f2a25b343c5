import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { CustomerSettings, CustomerSettingsChange } from '../../contract/setting.js';
import { describeError } from '../../controllers/describe-error.js';
import { Localize } from '../../controllers/localize.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { WriteController } from '../../controllers/write.js';
import { element } from '../../define.js';
import { SettingsChangedEvent } from '../../events.js';
import { coreTexts } from '../../locales/core/catalogue.js';
import { customerPaymentSettingsTexts } from '../../locales/customer-payment-settings/catalogue.js';
import { settingTexts } from '../../locales/setting/catalogue.js';
import { changeCustomerSettings, readCustomerSettings } from '../../services/settings.js';
import { widget } from '../../styles/widget.js';
import { keepTyping } from '../ui/key-guard.js';
import { loadingView } from '../ui/loading-view.js';
import { saveStatus } from '../ui/setting/save-status.js';
import { settingCheck } from '../ui/setting/setting-check.js';
import { setting } from '../ui/setting/setting.styles.js';
import { lockOf, stopOf } from '../ui/setting/stop.js';

const CHECKS = [
  ['requirePaymentUponConfirmation', 'require-payment'],
  ['requireCreditCardPayment', 'require-card'],
  ['restrictCreditCardPayment', 'restrict-card'],
] as const;

/**
 * What is asked of one customer when an order is confirmed. Each box is saved as it is clicked.
 *
 * Stands inside a `<komet-pay-provider>`, in the customer's set-up.
 *
 * @summary Sets what a customer has to pay with, and when.
 * @fires {SettingsChangedEvent} komet-settings-changed - a setting was saved
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-customer-payment-settings')
export class KometCustomerPaymentSettings extends LitElement {
  static override styles = [...widget, setting];

  /** The customer who is set up. */
  @property({ attribute: 'customer-id' }) customerId = '';
  /** Shows the settings without letting anything be changed. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  #text = new Localize(this, customerPaymentSettingsTexts);
  #common = new Localize(this, settingTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #settings = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.customerId ? ([this.customerId] as const) : undefined),
    load: (client, [customerId], signal) => readCustomerSettings(client)(customerId, { signal }),
  });
  #write = new WriteController<CustomerSettingsChange, CustomerSettings>(this, {
    provider: this.#provider,
    slot: () => undefined,
    send: (client, change, options) => changeCustomerSettings(client)(this.customerId, change, options),
  });

  /** Reads the settings anew. */
  refresh(): Promise<void> {
    return this.#settings.refresh();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('customerId')) this.#write.reset();
  }

  override render() {
    return html`<div class="frame" @keydown=${keepTyping}>
      <h2>${this.#text.t('title')}</h2>
      ${this.#content()}
    </div>`;
  }

  #content() {
    const stop = stopOf(this.#common, this.#provider);
    if (stop) return html`<p class="notice warning">${stop}</p>`;
    if (!this.customerId) return html`<p class="muted">${this.#text.t('stop.customer')}</p>`;
    const { data, state } = this.#settings;
    if (data) return this.#form(data);
    const error = state.status === 'error' ? describeError(this.#core, state.error) : undefined;
    return loadingView(this.#common, { error, retry: () => void this.#settings.refresh() });
  }

  #form(settings: CustomerSettings) {
    const lock = lockOf(this.#common, this.#provider, { right: 'settings', readonly: this.readonly });
    const { status } = this.#write.state;
    const isLocked = lock !== undefined || status === 'running' || status === 'unknown';
    return html`${lock ? html`<p class="notice">${lock}</p>` : nothing}
    ${CHECKS.map(([name, key]) =>
      settingCheck({
        id: key,
        label: this.#text.t(key),
        hint: this.#text.t(`${key}.hint`),
        checked: settings[name],
        isLocked,
        change: (checked) => void this.#save({ [name]: checked }),
      }),
    )}
    ${saveStatus(this.#common, this.#write.state, (error) => describeError(this.#core, error))}`;
  }

  async #save(change: CustomerSettingsChange) {
    const saved = await this.#write.run(change);
    await this.#settings.refresh();
    if (saved.status === 'done') this.dispatchEvent(new SettingsChangedEvent({ customerId: this.customerId }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-customer-payment-settings': KometCustomerPaymentSettings;
  }
}
