import { LitElement, html, nothing, render } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Receipt, ReceiptMail } from '../../contract/receipt.js';
import { describeError } from '../../controllers/describe-error.js';
import { Localize } from '../../controllers/localize.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { WriteController } from '../../controllers/write.js';
import { element } from '../../define.js';
import { coreTexts } from '../../locales/core/catalogue.js';
import { paymentReceiptTexts } from '../../locales/payment-receipt/catalogue.js';
import { mailReceipt, readReceipt } from '../../services/receipts.js';
import { widget } from '../../styles/widget.js';
import { printDocument } from '../ui/print.js';
import { paper } from './parts/paper.js';
import { paperStyles, printStyles, type Paper } from './parts/paper.styles.js';
import { styles } from './payment-receipt.styles.js';

/**
 * The receipt of a payment or of its reversal: look at it, print it on Letter paper or on an 80 mm roll, send it by e-mail.
 *
 * @summary Shows, prints and sends the receipt of a payment.
 * @fires {PayErrorEvent} komet-error - the mail could not be sent, with a stable code
 */
@element('komet-payment-receipt')
export class KometPaymentReceipt extends LitElement {
  static override styles = [...widget, styles, paperStyles];

  /** The payment, by our id. */
  @property({ attribute: 'payment-id' }) paymentId = '';
  /** What it is printed on. */
  @property() format: Paper = 'letter';
  @state() private sentTo = '';

  #text = new Localize(this, paymentReceiptTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #receipt = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.paymentId && this.#mayLook() ? ([this.paymentId] as const) : undefined),
    load: (client, [paymentId], signal) => readReceipt(client)(paymentId, { signal }),
  });
  #mail = new WriteController<ReceiptMail, void>(this, {
    provider: this.#provider,
    slot: () => `receipt-mail:${this.paymentId}`,
    send: (client, mail, options) => mailReceipt(client)(this.paymentId, mail, options),
  });

  /** Opens the browser's print window with the receipt alone. */
  async print(): Promise<void> {
    const receipt = this.#receipt.data;
    if (!receipt) return;
    await printDocument(this.#text.t('receipt.title'), printStyles(this.format), (body) =>
      render(paper(this.#text, receipt, this.#isTraining()), body),
    );
  }

  /** Reads the receipt anew. */
  async refresh(): Promise<void> {
    await this.#receipt.refresh();
  }

  override render() {
    const { state, data } = this.#receipt;
    const { t } = this.#text;
    if (this.#provider.status === 'not-configured') return this.#message(t('receipt.notConfigured'));
    if (this.#provider.status === 'ready' && !this.#mayLook()) return this.#message(t('receipt.noRight'));
    if (data) return this.#paper(data);
    if (state.status !== 'error')
      return html`<p class="frame muted" role="status"><span class="ring"></span> ${t('receipt.loading')}</p>`;
    if (state.error.code === 'not-found') return this.#message(t('receipt.missing'));
    return this.#message(t('receipt.failed'), () => void this.refresh());
  }

  #message(text: string, retry?: () => void) {
    return html`<div class="frame" role="alert">
      <p>${text}</p>
      ${retry ? html`<button type="button" @click=${retry}>${this.#text.t('receipt.retry')}</button>` : nothing}
    </div>`;
  }

  #paper(receipt: Receipt) {
    return html`<div class="frame">
      <div class=${this.format === '80mm' ? 'roll' : 'letter'}>${paper(this.#text, receipt, this.#isTraining())}</div>
      <div class="acts">
        <div class="field">
          <label for="format">${this.#text.t('receipt.paper')}</label>
          <select id="format" .value=${this.format} @change=${this.#onFormat}>
            <option value="letter" ?selected=${this.format === 'letter'}>${this.#text.t('receipt.letter')}</option>
            <option value="80mm" ?selected=${this.format === '80mm'}>${this.#text.t('receipt.roll')}</option>
          </select>
        </div>
        <button type="button" class="primary" @click=${this.print}>${this.#text.t('receipt.print')}</button>
        ${this.#mailForm(receipt)}
      </div>
      ${this.#mailStatus()}
    </div>`;
  }

  #mailForm({ customerEmail = '' }: Receipt) {
    const { status } = this.#mail.state;
    const isBusy = status === 'running' || status === 'unknown';
    return html`<form @submit=${this.#onSubmit}>
      <div class="field">
        <label for="email">${this.#text.t('receipt.email')}</label>
        <input
          id="email"
          name="email"
          type="email"
          required
          maxlength="254"
          autocomplete="off"
          value=${customerEmail}
        />
      </div>
      <button type="submit" aria-disabled=${isBusy ? 'true' : 'false'}>
        ${this.#text.t(isBusy ? 'receipt.sending' : 'receipt.send')}
      </button>
    </form>`;
  }

  #mailStatus() {
    const { state } = this.#mail;
    if (state.status === 'failed')
      return html`<p class="notice danger status" role="alert">${describeError(this.#core, state.error)}</p>`;
    if (state.status !== 'done') return nothing;
    return html`<p class="notice success status" role="status">
      ${this.#text.t('receipt.sent', { email: this.sentTo })}
    </p>`;
  }

  #onFormat(event: Event) {
    this.format = (event.target as HTMLSelectElement).value as Paper;
  }

  #onSubmit(event: SubmitEvent) {
    event.preventDefault();
    const address = new FormData(event.target as HTMLFormElement).get('email');
    if (typeof address !== 'string') return;
    this.sentTo = address.trim();
    void this.#mail.run({ email: this.sentTo, locale: this.#text.locale });
  }

  #mayLook(): boolean {
    return this.#provider.can('pay', 'pay:order', 'pay:read');
  }

  #isTraining(): boolean {
    return this.#provider.session?.environment === 'training';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-payment-receipt': KometPaymentReceipt;
  }
}
