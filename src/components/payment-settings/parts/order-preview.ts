import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Customer } from '../../../contract/customer.js';
import type { Location } from '../../../contract/location.js';
import { describeError } from '../../../controllers/describe-error.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { QueryController } from '../../../controllers/query.js';
import { element } from '../../../define.js';
import { orderButtons, type OrderButtons } from '../../../domain/order-buttons.js';
import { coreTexts } from '../../../locales/core/catalogue.js';
import { paymentSettingsTexts } from '../../../locales/payment-settings/catalogue.js';
import { settingTexts } from '../../../locales/setting/catalogue.js';
import { listCustomers } from '../../../services/customers.js';
import { readCustomerSettings, readLocationSettings } from '../../../services/settings.js';
import { plainTable } from '../../../styles/plain-table.js';
import { widget } from '../../../styles/widget.js';
import '../../ui/customer-picker/customer-picker.js';
import type { CustomerChosenEvent } from '../../ui/customer-picker/customer-picker.js';
import { loadingView } from '../../ui/loading-view.js';
import { styles } from './order-preview.styles.js';

const ROWS = ['confirm', 'payAndConfirm', 'cardMethods', 'otherMethods'] as const;

/** Which buttons Order Entry shows for a location and a customer, and because of which setting. */
@element('komet-ui-order-preview')
export class KometUiOrderPreview extends LitElement {
  static override styles = [...widget, plainTable, styles];

  @property({ attribute: false }) locations: readonly Location[] = [];
  @state() private locationId = '';
  @state() private customer: Customer | undefined;

  #text = new Localize(this, paymentSettingsTexts);
  #common = new Localize(this, settingTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #conditions = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.customer && this.#place() ? ([this.#place(), this.customer.id] as const) : undefined),
    load: async (client, [locationId, customerId], signal) => {
      const [location, customer] = await Promise.all([
        readLocationSettings(client)(locationId, { signal }),
        readCustomerSettings(client)(customerId, { signal }),
      ]);
      return { location, customer };
    },
  });

  /** Asks anew: a setting has changed. */
  refresh(): Promise<void> {
    return this.#conditions.refresh();
  }

  override render() {
    return html`<section aria-labelledby="title">
      <h3 id="title">${this.#text.t('preview.title')}</h3>
      <p class="muted">${this.#text.t('preview.lead')}</p>
      <div class="choice">${this.#places()} ${this.#picker()}</div>
      ${this.customer ? this.#answer(this.customer) : nothing}
    </section>`;
  }

  #places() {
    if (this.locations.length < 2) return nothing;
    const place = this.#place();
    return html`<div class="field">
      <label for="location">${this.#text.t('preview.location')}</label>
      <select id="location" @change=${({ target }: Event) => (this.locationId = (target as HTMLSelectElement).value)}>
        ${this.locations.map(({ id, name }) => html`<option value=${id} ?selected=${id === place}>${name}</option>`)}
      </select>
    </div>`;
  }

  #picker() {
    const find = async (text: string, signal: AbortSignal) => {
      const { client } = this.#provider;
      if (!client) return [];
      return (await listCustomers(client)({ ...(text && { search: text }), limit: 20 }, { signal })).customers;
    };
    return html`<komet-ui-customer-picker
      .search=${find}
      @komet-ui-customer-chosen=${({ customer }: CustomerChosenEvent) => (this.customer = customer)}
    ></komet-ui-customer-picker>`;
  }

  #answer(customer: Customer) {
    const { data, state } = this.#conditions;
    const location = this.locations.find(({ id }) => id === this.#place());
    if (!data || !location) {
      const error = state.status === 'error' ? describeError(this.#core, state.error) : undefined;
      return loadingView(this.#common, { error, retry: () => void this.#conditions.refresh() });
    }
    return this.#table(customer, orderButtons({ ...data, integrationState: location.integrationState }));
  }

  #table(customer: Customer, buttons: OrderButtons) {
    const { t } = this.#text;
    return html`<table aria-live="polite">
      <caption>
        ${t('preview.of', { customer: customer.name })}
      </caption>
      <tbody>
        ${ROWS.map((name) => {
          const { shown, reason } = buttons[name];
          return html`<tr>
            <th scope="row">${t(`button.${name}`)}</th>
            <td><span class="tag ${shown ? 'success' : ''}">${t(shown ? 'is.shown' : 'is.hidden')}</span></td>
            <td>${t(`reason.${reason}`)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
  }

  #place(): string {
    return this.locationId || (this.#provider.locationId ?? this.locations[0]?.id ?? '');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-order-preview': KometUiOrderPreview;
  }
}
