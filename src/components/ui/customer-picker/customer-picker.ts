import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Customer } from '../../../contract/customer.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { customerPickerTexts } from '../../../locales/customer-picker/catalogue.js';
import { fields } from '../../../styles/fields.js';
import { host } from '../../../styles/host.js';
import { loading } from '../../../styles/loading.js';
import { tokens } from '../../../styles/tokens.js';
import { styles } from './customer-picker.styles.js';

export type CustomerSearch = (text: string, signal: AbortSignal) => Promise<readonly Customer[]>;

/** A customer was chosen. Internal: neither bubbles nor leaves the widget. */
export class CustomerChosenEvent extends Event {
  static readonly type = 'komet-ui-customer-chosen';
  readonly customer: Customer;

  constructor(customer: Customer) {
    super(CustomerChosenEvent.type);
    this.customer = customer;
  }
}

type Found =
  | { readonly status: 'closed' }
  | { readonly status: 'searching' }
  | { readonly status: 'failed' }
  | { readonly status: 'found'; readonly customers: readonly Customer[] };

/** How long typing must pause before a search is sent. */
const PAUSE_MS = 180;

/** Finds a customer by part of the name or code: a combobox whose list is walked with the arrow keys. */
@element('komet-ui-customer-picker')
export class KometUiCustomerPicker extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, host, fields, loading, styles];

  @property({ attribute: false }) search: CustomerSearch = () => Promise.resolve([]);
  @state() private found: Found = { status: 'closed' };
  @state() private active = 0;
  @query('input') private input!: HTMLInputElement;

  #text = new Localize(this, customerPickerTexts);
  #pause: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#close();
  }

  override render() {
    const open = this.found.status !== 'closed';
    const count = this.found.status === 'found' ? this.found.customers.length : 0;
    return html`<div class="field">
      <label for="customer">${this.#text.t('label')}</label>
      <div class="box">
        <input
          id="customer"
          role="combobox"
          aria-label=${this.#text.t('label')}
          autocomplete="off"
          spellcheck="false"
          placeholder=${this.#text.t('placeholder')}
          aria-autocomplete="list"
          aria-expanded=${open ? 'true' : 'false'}
          aria-controls="list"
          aria-activedescendant=${count > 0 ? `option-${this.active}` : nothing}
          @input=${this.#onInput}
          @keydown=${this.#onKeyDown}
          @blur=${this.#close}
        />
        <div id="popup" ?hidden=${!open}>${this.#list()}</div>
      </div>
      <div class="visually-hidden" role="status">
        ${this.found.status === 'found' ? this.#text.t('found', { count }) : nothing}
      </div>
    </div>`;
  }

  #list() {
    const { found } = this;
    const customers = found.status === 'found' ? found.customers : [];
    return html`<ul id="list" role="listbox" aria-label=${this.#text.t('label')}>
        ${customers.map((customer, index) => this.#option(customer, index))}
      </ul>
      ${this.#aside()}`;
  }

  /** Its keys are those of the combobox, which keeps the focus. */
  #option(customer: Customer, index: number) {
    // eslint-disable-next-line lit-a11y/click-events-have-key-events
    return html`<li
      id="option-${index}"
      role="option"
      aria-selected=${index === this.active ? 'true' : 'false'}
      @pointerdown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#choose(customer)}
    >
      <span class="name">${customer.name}</span>
      <span class="muted">${[customer.code, customer.city, customer.state].filter(Boolean).join(' · ')}</span>
      ${customer.active ? nothing : html`<span class="muted">${this.#text.t('inactive')}</span>`}
    </li>`;
  }

  #aside() {
    if (this.found.status === 'searching')
      return html`<p class="aside"><span class="ring"></span> ${this.#text.t('searching')}</p>`;
    if (this.found.status === 'failed') return html`<p class="aside fault">${this.#text.t('searchFailed')}</p>`;
    if (this.found.status === 'found' && this.found.customers.length === 0)
      return html`<p class="aside">${this.#text.t('none')}</p>`;
    return nothing;
  }

  #onInput() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#find(), PAUSE_MS);
  }

  async #find() {
    this.#running?.abort();
    const running = (this.#running = new AbortController());
    this.found = { status: 'searching' };
    this.active = 0;
    const found = await this.search(this.input.value.trim(), running.signal).then(
      (customers): Found => ({ status: 'found', customers }),
      (): Found => ({ status: 'failed' }),
    );
    if (!running.signal.aborted) this.found = found;
  }

  #onKeyDown(event: KeyboardEvent) {
    const open = this.found.status !== 'closed';
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      this.#close();
    } else if (event.key === 'ArrowDown' && !open) {
      event.preventDefault();
      void this.#find();
    } else if (event.key === 'Enter') {
      this.#enter(event);
    } else this.#walk(event);
  }

  #enter(event: KeyboardEvent) {
    event.preventDefault();
    const customer = this.found.status === 'found' ? this.found.customers[this.active] : undefined;
    if (customer) this.#choose(customer);
    else if (this.found.status === 'closed') void this.#find();
  }

  #walk(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || this.found.status !== 'found' || this.found.customers.length === 0) return;
    event.preventDefault();
    const count = this.found.customers.length;
    this.active = (this.active + step + count) % count;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector(`#option-${this.active}`)?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #choose(customer: Customer) {
    this.#close();
    this.input.value = '';
    this.dispatchEvent(new CustomerChosenEvent(customer));
  }

  #close() {
    clearTimeout(this.#pause);
    this.#running?.abort();
    this.found = { status: 'closed' };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-customer-picker': KometUiCustomerPicker;
  }
}
