import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { describeError } from '../../controllers/describe-error.js';
import { Localize } from '../../controllers/localize.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { element } from '../../define.js';
import { coreTexts } from '../../locales/core/catalogue.js';
import { paymentAdjustTexts } from '../../locales/payment-adjust/catalogue.js';
import { plainTable } from '../../styles/plain-table.js';
import { widget } from '../../styles/widget.js';
import '../chargeback-button/chargeback-button.js';
import '../receive-payment/receive-payment.js';
import { Watch } from '../ui/watch.js';
import { loadAdjustment, stepOf, type Adjustment, type Step } from './parts/adjustment.js';
import { invoiceWatch } from './parts/invoice-watch.js';
import { STEPS, stepList } from './parts/step-list.js';
import { loadingView } from '../ui/loading-view.js';
import { styles } from './payment-adjust.styles.js';

/**
 * Adjusts an authorized card payment, which can't be edited: it is charged back, the page's own screens change its invoices, and all of
 * them are charged anew. It can be left at any step and resumed, also by somebody else.
 *
 * Stands inside a `<komet-pay-provider>`. The events of `<komet-chargeback-button>` and `<komet-receive-payment>` come through.
 *
 * @summary Charges a payment back and its changed invoices anew.
 * @fires {PaymentChargedBackEvent} komet-payment-charged-back - the payment was charged back; its invoices can be changed now
 * @fires {PaymentSubmittingEvent} komet-payment-submitting - before the new payment is sent; cancelable
 * @fires {PaymentApprovedEvent} komet-payment-approved - the new payment was charged
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-payment-adjust')
export class KometPaymentAdjust extends LitElement {
  static override styles = [...widget, plainTable, styles];

  /** The payment to adjust. */
  @property({ attribute: 'payment-id' }) paymentId = '';
  /** Whether the clerk is done with the invoices and looks at the new payment. */
  @state() private isCharging = false;

  #text = new Localize(this, paymentAdjustTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #adjustment = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.paymentId && this.#provider.session ? ([this.paymentId] as const) : undefined),
    load: (client, [paymentId], signal) => loadAdjustment(client, paymentId, signal),
  });
  #shown: Step | undefined;

  constructor() {
    super();
    const isNeeded = () => this.#isMoving();
    this.addController(new Watch({ isNeeded, look: () => this.#adjustment.refresh() }));
  }

  /** Reads the payment and its invoices anew, e.g. when the page has changed an order. */
  async refresh(): Promise<void> {
    await this.#adjustment.refresh();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('paymentId')) this.isCharging = false;
  }

  override updated() {
    const step = this.#step();
    if (this.#shown && step !== this.#shown) this.renderRoot.querySelector<HTMLElement>('#step')?.focus();
    this.#shown = step ?? this.#shown;
  }

  override render() {
    const { data } = this.#adjustment;
    const stop = this.#stop();
    const number = String(data?.payment.controlNumber ?? '');
    return html`<div
      class="frame"
      @komet-payment-charged-back=${this.#onMoved}
      @komet-payment-approved=${this.#onMoved}
    >
      <h2>${this.#text.t('title', { number })}</h2>
      ${stop ? html`<p class="notice warning">${stop}</p>` : data ? this.#content(data) : this.#loading()}
    </div>`;
  }

  #content(adjustment: Adjustment) {
    const step = stepOf(adjustment);
    if (step === 'not-possible' || step === 'outcome-unknown') return this.#notPossible(step);
    const at = { back: 0, 'under-way': 0, change: this.isCharging ? 2 : 1, done: STEPS.length }[step];
    return html`<p class="muted">${this.#text.t('why')}</p>
      ${stepList(this.#text, at)}
      <section class="content" aria-labelledby="step">${this.#stepContent(adjustment, step)}</section>`;
  }

  #stepContent(adjustment: Adjustment, step: Step) {
    if (step === 'done') return this.#done(adjustment);
    if (step !== 'change') return this.#back(adjustment, step);
    return this.isCharging ? this.#charge(adjustment) : this.#change(adjustment);
  }

  #back({ payment }: Adjustment, step: Step) {
    const number = String(payment.controlNumber ?? '');
    const invoices = payment.allocations.map((line) => line.invoiceNumber).join(', ');
    const facts = { number, amount: this.#text.money(payment.totalCents), invoices };
    return html`<h3 id="step" tabindex="-1">${this.#text.t('step.back')}</h3>
      <p>${this.#text.t('back.text', facts)}</p>
      <komet-chargeback-button payment-id=${payment.id} control-number=${number}></komet-chargeback-button>
      <p role="status">${step === 'under-way' ? this.#text.t('back.under-way') : nothing}</p>`;
  }

  #change({ invoices }: Adjustment) {
    const hasOpen = invoices.some((invoice) => invoice.openCents > 0);
    return html`<h3 id="step" tabindex="-1">${this.#text.t('step.change')}</h3>
      <p>${this.#text.t('change.text')}</p>
      <div aria-live="polite">${invoiceWatch(this.#text, invoices)}</div>
      ${hasOpen ? nothing : html`<p class="notice info">${this.#text.t('change.nothing')}</p>`}
      <div class="act">
        <button
          type="button"
          class="primary"
          aria-disabled=${hasOpen ? 'false' : 'true'}
          @click=${() => (this.isCharging = hasOpen)}
        >
          ${this.#text.t('change.continue')}
        </button>
      </div>`;
  }

  #charge({ payment, invoices }: Adjustment) {
    const open = invoices.filter((invoice) => invoice.openCents > 0).map((invoice) => invoice.id);
    return html`<h3 id="step" tabindex="-1">${this.#text.t('step.charge')}</h3>
      <komet-receive-payment
        customer-id=${payment.customerId}
        location-id=${payment.locationId}
        invoice-ids=${open.join(' ')}
        card-id=${payment.card?.cardId ?? payment.savedCard?.cardId ?? ''}
        replaces-payment-id=${payment.id}
      ></komet-receive-payment>
      <div class="act">
        <button type="button" class="quiet" @click=${() => (this.isCharging = false)}>
          ${this.#text.t('charge.back')}
        </button>
      </div>`;
  }

  #done({ payment, replacement }: Adjustment) {
    const facts = {
      number: String(replacement?.controlNumber ?? ''),
      amount: this.#text.money(replacement?.totalCents ?? 0),
      old: String(payment.controlNumber ?? ''),
    };
    return html`<div class="notice success">
      <p id="step" tabindex="-1" class="text">${this.#text.t('done.text', facts)}</p>
    </div>`;
  }

  #notPossible(step: 'not-possible' | 'outcome-unknown') {
    const key = step === 'not-possible' ? 'not-possible.text' : step;
    return html`<div class="notice warning" role="alert">
      <div class="text">
        <strong>${this.#text.t('not-possible.title')}</strong>
        <p>${this.#text.t(key)}</p>
      </div>
    </div>`;
  }

  #loading() {
    const { state } = this.#adjustment;
    const error = state.status === 'error' ? describeError(this.#core, state.error) : undefined;
    return loadingView(this.#text, { error, retry: () => void this.#adjustment.refresh() });
  }

  #stop(): string | undefined {
    const { status } = this.#provider;
    if (status === 'not-configured') return this.#text.t('stop.not-configured');
    if (status === 'failed') return this.#text.t('stop.session');
    if (status === 'loading') return undefined;
    const missing = (['refund', 'pay'] as const).find((right) => !this.#provider.can(right));
    return missing && this.#text.t('stop.right', { right: missing });
  }

  #step(): Step | undefined {
    return this.#adjustment.data && stepOf(this.#adjustment.data);
  }

  /** Whether others may change what is shown: the processor, or whoever edits the orders. */
  #isMoving(): boolean {
    const step = this.#step();
    return step === 'under-way' || step === 'outcome-unknown' || (step === 'change' && !this.isCharging);
  }

  #onMoved() {
    void this.#adjustment.refresh();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-payment-adjust': KometPaymentAdjust;
  }
}
