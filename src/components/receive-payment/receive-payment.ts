import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Payment, PaymentRequest } from '../../contract/payment.js';
import { Localize } from '../../controllers/localize.js';
import { OperationController } from '../../controllers/operation.js';
import { isOpen } from '../../controllers/operation-state.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { element } from '../../define.js';
import { receivePaymentTexts } from '../../locales/receive-payment/catalogue.js';
import { screen } from '../../styles/screen.js';
import { widget } from '../../styles/widget.js';
import { altDigit, keepTyping } from '../ui/key-guard.js';
import { later } from '../ui/later.js';
import { Online } from '../ui/online.js';
import { Patience } from '../ui/patience.js';
import { blockedPanel, loadingPanel, staleNotice } from '../ui/payment/blocked-panel.js';
import { blockedOf } from '../ui/payment/blocked.js';
import { EnvironmentStrip } from '../ui/environment-strip.js';
import { openOutcome } from '../ui/payment/open-outcome.js';
import { loadAccount, type Account } from './parts/account.js';
import { CardOffer } from './parts/card-offer.js';
import { customerHead } from './parts/customer-head.js';
import { customerSearch, findCustomers } from './parts/customer-search.js';
import { payStop } from './parts/pay-stop.js';
import './parts/payment-desk.js';
import type { KometUiPaymentDesk } from './parts/payment-desk.js';
import { styles } from './receive-payment.styles.js';

/**
 * Receive Payment of A/R: pick open invoices and credits of a customer and charge them to a stored or a new card.
 *
 * Stands inside a `<komet-pay-provider>`. A payment under way survives removing the tag and reloading the page.
 *
 * @summary Takes a card payment for open invoices.
 * @fires {PaymentSubmittingEvent} komet-payment-submitting - before anything is sent; cancelable, and `detail.waitUntil(promise)` holds the payment back
 * @fires {PaymentApprovedEvent} komet-payment-approved - the card was charged, or credits paid everything
 * @fires {PaymentDeclinedEvent} komet-payment-declined - the bank refused the card; no money moved
 * @fires {PaymentFailedEvent} komet-payment-failed - no money moved and the card was not judged
 * @fires {PaymentUnknownEvent} komet-payment-unknown - the answer was lost; another event follows once the outcome is known
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-receive-payment')
export class KometReceivePayment extends LitElement {
  static override styles = [...widget, screen, styles];

  /** The customer who pays; without it the clerk searches for one. */
  @property({ attribute: 'customer-id' }) customerId: string | undefined;
  /** The location the payment belongs to; by default the provider's, then the customer's own. */
  @property({ attribute: 'location-id' }) locationId: string | undefined;
  /** Invoices to begin with, their ids separated by commas or spaces. */
  @property({ attribute: 'invoice-ids' }) invoiceIds = '';
  /** The stored card to offer first; by default the primary one. */
  @property({ attribute: 'card-id' }) cardId = '';
  /** The charged back payment that the next one takes the place of. */
  @property({ attribute: 'replaces-payment-id' }) replacesPaymentId = '';
  /** Shows the account without letting anything be changed or paid. */
  @property({ type: Boolean }) readonly = false;
  /** Lets keys typed in our fields reach the page's own shortcuts. */
  @property({ type: Boolean, attribute: 'pass-keys' }) passKeys = false;
  @state() private chosen: { readonly customerId?: string; readonly locationId?: string } = {};
  @state() private arePicksDue = true;
  @query('komet-ui-payment-desk') private desk!: KometUiPaymentDesk | null;
  @query('komet-ui-customer-picker') private picker!: HTMLElement | null;

  #text = new Localize(this, receivePaymentTexts);
  #provider = new ProviderController(this);
  #environment = new EnvironmentStrip(this, this.#provider);
  #online = new Online(this);
  #account = new QueryController(this, {
    provider: this.#provider,
    args: () => this.#accountArgs(),
    load: loadAccount,
  });
  #operation = new OperationController(this, { provider: this.#provider, slot: () => this.#slot() });
  #patience = new Patience(this, () => this.#isLoading());
  #shown = 'idle';
  #offer = new CardOffer();
  #outcome: Payment | undefined;
  #retry = () => void this.#account.refresh();

  /** The last payment whose end this tag has seen, whatever became of it. */
  get outcome(): Payment | undefined {
    return this.#outcome;
  }

  /** Pays what is composed, as the button does. Resolves with the payment once it is approved, else with nothing. */
  async pay(): Promise<Payment | undefined> {
    await this.desk?.pay();
    return this.#operation.state.status === 'done' ? this.#operation.state.payment : undefined;
  }

  /** Reads balances and cards anew; what was entered stays. */
  async refresh(): Promise<void> {
    await this.#account.refresh();
    await this.updateComplete;
  }

  /** Begins anew; a customer found by search is let go. Does nothing while an outcome is open. */
  async reset(): Promise<void> {
    await this.#next({});
  }

  /** Puts the focus on the first thing to do. */
  override focus() {
    (this.picker ?? this.desk)?.focus();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('customerId') || changed.has('locationId')) this.chosen = {};
    if (changed.has('customerId') || changed.has('invoiceIds')) this.arePicksDue = true;
    const { state } = this.#operation;
    if (state.status === 'done' || state.status === 'failed') this.#outcome = state.payment ?? this.#outcome;
  }

  override updated() {
    const { status } = this.#operation.state;
    if (status !== this.#shown && status === 'unknown')
      this.renderRoot.querySelector<HTMLElement>('#outcome-title')?.focus();
    if (status !== 'idle') later(() => import('../ui/payment/receipt.js'));
    this.#shown = status;
    this.#offer.make(this.desk, this.#account.data?.cards, this.cardId);
  }

  override render() {
    const keep = this.passKeys ? nothing : keepTyping;
    return html`${this.#environment.render()}
      <div class="frame" @keydown=${this.#onKeyDown} @keypress=${keep} @keyup=${keep}>${this.#body()}</div>`;
  }

  #body() {
    const { data, state } = this.#account;
    const loadError = state.status === 'error' ? state.error : undefined;
    const blocked = blockedOf({
      provider: this.#provider.status,
      sessionError: this.#provider.error,
      mayLook: this.#provider.can('pay', 'pay:read'),
      loadError: data ? undefined : loadError,
    });
    if (blocked) return blockedPanel(this.#text, blocked, blocked.kind === 'load-failed' ? this.#retry : undefined);
    if (this.#provider.status === 'ready' && !this.#customerId()) return this.#search();
    if (!data) return loadingPanel(this.#text, this.#patience.over);
    return html`${loadError ? staleNotice(this.#text, this.#retry) : nothing} ${this.#accountView(data)}`;
  }

  #search() {
    return customerSearch(this.#text, {
      find: (text, signal) => findCustomers(this.#provider.client, text, signal),
      choose: ({ customer }) => (this.chosen = { customerId: customer.id }),
    });
  }

  #accountView(account: Account) {
    const { state } = this.#operation;
    if (state.status === 'done') {
      const payAndNew = this.#fixedCustomerId() ? undefined : () => void this.#next({});
      return html`<komet-ui-receipt
        .payment=${state.payment}
        .payAndNew=${payAndNew}
        .done=${() => void this.#next(this.chosen)}
      ></komet-ui-receipt>`;
    }
    return html`${customerHead(this.#text, {
      account,
      change: this.#fixedCustomerId() || this.#isOpen() ? undefined : () => void this.#next({}),
      chooseLocation: this.locationId || this.#isOpen() ? undefined : this.#chooseLocation,
    })}
    ${isOpen(state) ? openOutcome(this.#text, state, () => void this.#operation.check()) : nothing}
    ${this.#deskOf(account)}`;
  }

  #deskOf(account: Account) {
    const { state } = this.#operation;
    return html`<komet-ui-payment-desk
      .account=${account}
      .stop=${this.#stop(account)}
      .failure=${state.status === 'failed' ? state.error : undefined}
      .submit=${this.#submit}
      .reload=${this.#reload}
      invoice-ids=${this.arePicksDue ? this.invoiceIds : ''}
      ?hidden=${isOpen(state)}
      ?may-save=${this.#provider.can('card:save')}
    ></komet-ui-payment-desk>`;
  }

  #fixedCustomerId(): string | undefined {
    return this.#provider.session?.customerId ?? this.customerId;
  }

  #customerId(): string | undefined {
    return this.#fixedCustomerId() ?? this.chosen.customerId;
  }

  #accountArgs() {
    const customerId = this.#customerId();
    if (!customerId || !this.#provider.can('pay', 'pay:read')) return undefined;
    const locationId = this.locationId ?? this.chosen.locationId ?? this.#provider.locationId;
    return [customerId, locationId, this.#provider.can('card:read')] as const;
  }

  #slot(): string | undefined {
    const [company, account] = [this.#provider.session?.company.id, this.#account.data];
    return company && account?.location && `receive-payment:${company}:${account.location.id}:${account.customer.id}`;
  }

  #stop({ customer, location }: Account) {
    const permissions = this.#provider.session?.permissions ?? [];
    return payStop({ readonly: this.readonly, online: this.#online.value, permissions, customer, location });
  }

  #isOpen(): boolean {
    return this.#operation.state.status === 'running' || isOpen(this.#operation.state);
  }

  #isLoading(): boolean {
    return this.#provider.status === 'loading' || this.#account.state.status === 'loading';
  }

  /** After a payment or a change of mind: an empty form, drawn once the balances are those of now. */
  async #next(chosen: typeof this.chosen) {
    if (this.#isOpen()) return;
    if (chosen === this.chosen) await this.#account.refresh();
    this.chosen = chosen;
    this.arePicksDue = false;
    this.#operation.reset();
    await this.updateComplete;
    this.desk?.reset();
    this.focus();
  }

  #chooseLocation = (locationId: string) => (this.chosen = { ...this.chosen, locationId });
  #reload = () => this.#account.refresh();
  #submit = (request: PaymentRequest) =>
    this.#operation.run({ ...request, ...(this.replacesPaymentId && { replacesId: this.replacesPaymentId }) });

  /** Alt and a digit picks a stored card from anywhere in the form. */
  #onKeyDown(event: KeyboardEvent) {
    if (!this.passKeys) keepTyping(event);
    const digit = altDigit(event);
    if (!digit) return;
    event.preventDefault();
    this.desk?.pickCard(digit);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-receive-payment': KometReceivePayment;
  }
}
