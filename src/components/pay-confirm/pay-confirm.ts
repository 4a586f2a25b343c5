import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Order } from '../../contract/order.js';
import type { Payment } from '../../contract/payment.js';
import { Localize } from '../../controllers/localize.js';
import { isOpen } from '../../controllers/operation-state.js';
import { OperationController } from '../../controllers/operation.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { WriteController } from '../../controllers/write.js';
import { element } from '../../define.js';
import { OrderConfirmedEvent } from '../../events.js';
import { payConfirmTexts } from '../../locales/pay-confirm/catalogue.js';
import { confirmOrder } from '../../services/orders.js';
import { screen } from '../../styles/screen.js';
import { widget } from '../../styles/widget.js';
import type { KometUiDialog } from '../ui/dialog/dialog.js';
import { altDigit, keepTyping } from '../ui/key-guard.js';
import { later } from '../ui/later.js';
import { Online } from '../ui/online.js';
import { Patience } from '../ui/patience.js';
import { blockedOf } from '../ui/payment/blocked.js';
import { blockedPanel, loadingPanel, staleNotice } from '../ui/payment/blocked-panel.js';
import { EnvironmentStrip } from '../ui/environment-strip.js';
import { Watch } from '../ui/watch.js';
import type { Action } from './parts/actions.js';
import { loadOrder, type OrderAccount } from './parts/load-order.js';
import type { KometUiOrderPayment } from './parts/order-payment.js';
import { orderView, type OrderActs } from './parts/order-view.js';
import { styles } from './pay-confirm.styles.js';

/**
 * Confirms one order of Order Entry, pays it while confirming, or pays it when it is confirmed: whichever its location and its customer
 * allow. The card is charged first; only what is approved is confirmed.
 *
 * Stands inside a `<komet-pay-provider>`. A payment under way survives removing the tag and reloading the page.
 *
 * @summary Confirms an order and takes its card payment.
 * @fires {PaymentSubmittingEvent} komet-payment-submitting - before anything is sent; `detail.waitUntil(promise)` lets the page save the order first
 * @fires {PaymentApprovedEvent} komet-payment-approved - the card was charged, or credits paid everything
 * @fires {PaymentDeclinedEvent} komet-payment-declined - the bank refused the card; no money moved and nothing was confirmed
 * @fires {PaymentFailedEvent} komet-payment-failed - no money moved and the card was not judged
 * @fires {PaymentCancelledEvent} komet-payment-cancelled - cancelled at the terminal; no money moved
 * @fires {PaymentUnknownEvent} komet-payment-unknown - the answer was lost; another event follows once the outcome is known
 * @fires {OrderConfirmedEvent} komet-order-confirmed - Komet has confirmed the order, with or without a payment
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-pay-confirm')
export class KometPayConfirm extends LitElement {
  static override styles = [...widget, screen, styles];

  /** The order, by its id in Komet. */
  @property({ attribute: 'order-id' }) orderId: string | undefined;
  /** Shows the order without letting it be confirmed or paid. */
  @property({ type: Boolean }) readonly = false;
  /** Lets keys typed in our fields reach the page's own shortcuts. */
  @property({ type: Boolean, attribute: 'pass-keys' }) passKeys = false;
  @state() private paying = false;
  @query('komet-ui-dialog') private window!: KometUiDialog | null;
  @query('komet-ui-order-payment') private form!: KometUiOrderPayment | null;

  #text = new Localize(this, payConfirmTexts);
  #provider = new ProviderController(this);
  #environment = new EnvironmentStrip(this, this.#provider);
  #online = new Online(this);
  #order = new QueryController(this, {
    provider: this.#provider,
    args: () => this.#orderArgs(),
    load: (client, args, signal) => loadOrder(client, args, signal),
  });
  #operation = new OperationController(this, { provider: this.#provider, slot: () => this.#slot('pay-confirm') });
  #confirm = new WriteController<string, Order>(this, {
    provider: this.#provider,
    slot: () => this.#slot('confirm-order'),
    send: (client, orderId, options) => confirmOrder(client)(orderId, options),
  });
  #patience = new Patience(this, () => this.#provider.status === 'loading' || this.#order.state.status === 'loading');
  #acts: OrderActs = {
    act: (act) => void this.#act(act),
    reload: () => this.refresh(),
    check: () => void this.#operation.check(),
    submit: (request) => this.#operation.run(request),
    close: () => (this.paying = this.#operation.state.status === 'running'),
    done: () => this.#operation.reset(),
  };
  #shown = 'idle';
  #confirmation: Order['confirmation'] | undefined;
  #outcome: Payment | undefined;

  constructor() {
    super();
    const isNeeded = () => this.#order.data?.order.confirmation === 'pending';
    this.addController(new Watch({ isNeeded, look: () => this.refresh() }));
  }

  /** The last payment whose end this tag has seen, whatever became of it. */
  get outcome(): Payment | undefined {
    return this.#outcome;
  }

  /** Opens `Payment Information`, as the button does. */
  async pay(): Promise<void> {
    await this.#act('payAndConfirm');
  }

  /** Reads the order anew; what was chosen stays. */
  async refresh(): Promise<void> {
    await this.#order.refresh();
    await this.updateComplete;
  }

  /** Puts the focus on the first thing to do. */
  override focus() {
    this.renderRoot.querySelector<HTMLElement>('.actions button')?.focus();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('orderId')) [this.paying, this.#confirmation] = [false, undefined];
    const { state } = this.#operation;
    if (state.status === 'done' || state.status === 'failed') this.#outcome = state.payment ?? this.#outcome;
  }

  override updated() {
    this.#watchConfirmation();
    const { status } = this.#operation.state;
    if (status === this.#shown) return;
    this.#shown = status;
    if (status === 'idle') return;
    later(() => import('../ui/payment/receipt.js'));
    if (status === 'done' || isOpen(this.#operation.state)) this.window?.close();
    if (status === 'unknown') this.renderRoot.querySelector<HTMLElement>('#outcome-title')?.focus();
    if (status === 'done' || status === 'failed') void this.refresh();
  }

  override render() {
    const keep = this.passKeys ? nothing : keepTyping;
    return html`${this.#environment.render()}
      <div class="frame" @keydown=${this.#onKeyDown} @keypress=${keep} @keyup=${keep}>${this.#body()}</div>`;
  }

  #body() {
    const { data, state } = this.#order;
    const retry = () => void this.refresh();
    const loadError = state.status === 'error' ? state.error : undefined;
    const blocked = blockedOf({
      provider: this.#provider.status,
      sessionError: this.#provider.error,
      mayLook: this.#provider.can('pay:order', 'confirm', 'pay', 'pay:read'),
      loadError: data ? undefined : loadError,
    });
    if (blocked) return blockedPanel(this.#text, blocked, blocked.kind === 'load-failed' ? retry : undefined);
    if (!data) return loadingPanel(this.#text, this.#patience.over);
    return html`${loadError ? staleNotice(this.#text, retry) : nothing} ${this.#view(data)}`;
  }

  #view(account: OrderAccount) {
    const permissions = this.#provider.session?.permissions ?? [];
    return orderView(
      this.#text,
      {
        account,
        operation: this.#operation.state,
        confirm: this.#confirm.state,
        conditions: { permissions, online: this.#online.value, readonly: this.readonly },
        paying: this.paying,
        maySave: this.#provider.can('card:save'),
      },
      this.#acts,
    );
  }

  async #act(act: Action['act']): Promise<void> {
    if (act === 'confirm') return this.#confirmOnly();
    const { status } = this.#operation.state;
    if (this.readonly || !this.#order.data || status === 'done' || isOpen(this.#operation.state)) return;
    if (status === 'failed') this.#operation.reset();
    this.paying = true;
    await this.updateComplete;
    this.window?.show();
    await customElements.whenDefined('komet-ui-order-payment');
    await this.form?.updateComplete;
    this.form?.focus();
  }

  async #confirmOnly() {
    if (!this.orderId) return;
    const state = await this.#confirm.run(this.orderId);
    if (state.status === 'done') this.#tellConfirmed(state.value, undefined);
    await this.refresh();
  }

  /** A paid order is confirmed in its own time; the page hears of it when that is seen to have happened. */
  #watchConfirmation() {
    const order = this.#order.data?.order;
    if (!order) return;
    const before = this.#confirmation;
    this.#confirmation = order.confirmation;
    if (before && before !== 'confirmed' && order.confirmation === 'confirmed')
      this.#tellConfirmed(order, order.paymentId);
  }

  #tellConfirmed({ id, customerId, locationId }: Order, paymentId: string | undefined) {
    this.dispatchEvent(new OrderConfirmedEvent({ orderId: id, customerId, locationId, paymentId }));
  }

  #orderArgs() {
    if (!this.orderId || !this.#provider.can('pay:order', 'confirm', 'pay', 'pay:read')) return undefined;
    return [this.orderId, this.#provider.can('pay:order', 'pay'), this.#provider.can('card:read')] as const;
  }

  #slot(what: string): string | undefined {
    const company = this.#provider.session?.company.id;
    return company && this.orderId && `${what}:${company}:${this.orderId}`;
  }

  /** Alt and a digit picks a stored card from anywhere in the form. */
  #onKeyDown(event: KeyboardEvent) {
    if (!this.passKeys) keepTyping(event);
    const digit = altDigit(event);
    if (!digit || !this.form) return;
    event.preventDefault();
    this.form.pickCard(digit);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-pay-confirm': KometPayConfirm;
  }
}
