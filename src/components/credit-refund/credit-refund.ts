import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CreditRefundRequest, RefundableCreditList } from '../../contract/credit-refund.js';
import type { Payment } from '../../contract/payment.js';
import { describeError } from '../../controllers/describe-error.js';
import { Localize } from '../../controllers/localize.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { WriteController } from '../../controllers/write.js';
import { element } from '../../define.js';
import { CreditRefundedEvent } from '../../events.js';
import { coreTexts } from '../../locales/core/catalogue.js';
import { creditRefundTexts } from '../../locales/credit-refund/catalogue.js';
import { readRefundableCredits, refundCredit } from '../../services/credit-refunds.js';
import { readPayment } from '../../services/payments.js';
import { environment } from '../../styles/environment.js';
import { widget } from '../../styles/widget.js';
import { EnvironmentStrip } from '../ui/environment-strip.js';
import { keepTyping } from '../ui/key-guard.js';
import { Patience } from '../ui/patience.js';
import { Watch } from '../ui/watch.js';
import { loadingView } from '../ui/loading-view.js';
import { styles } from './credit-refund.styles.js';
import { creditList } from './parts/credit-list.js';
import { doneView, failureView, unknownView } from './parts/outcome-view.js';
import { EMPTY_DRAFT, amountFault, amountOf, chosenOf, type RefundDraft } from './parts/refund-draft.js';
import { refundForm } from './parts/refund-form.js';

/**
 * Returns open credits of a customer to the cards they came from, wholly or in part.
 *
 * Stands inside a `<komet-pay-provider>`. One credit at a time, since each goes back to the card of its own payment.
 *
 * @summary Refunds open credits to the card.
 * @fires {CreditRefundedEvent} komet-credit-refunded - a credit went back to its card
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-credit-refund')
export class KometCreditRefund extends LitElement {
  static override styles = [...widget, environment, styles];

  /** The customer whose credits are refunded. */
  @property({ attribute: 'customer-id' }) customerId = '';
  /** The location of the credits and cards; by default the provider's. */
  @property({ attribute: 'location-id' }) locationId = '';
  @state() private isWanted = false;
  @state() private draft: RefundDraft = EMPTY_DRAFT;
  /** The refund made or begun from here. */
  @state() private begun: Payment | undefined;

  #text = new Localize(this, creditRefundTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #environment = new EnvironmentStrip(this, this.#provider);
  #credits = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.isWanted && !this.#stop() ? ([this.customerId, this.#place()] as const) : undefined),
    load: (client, [customerId, locationId], signal) =>
      readRefundableCredits(client)(customerId, locationId, { signal }),
  });
  #write = new WriteController<CreditRefundRequest, Payment>(this, {
    provider: this.#provider,
    slot: () => this.#slot(),
    send: (client, request, options) => refundCredit(client)(request, options),
  });
  #patience = new Patience(this, () => this.#write.state.status === 'running');
  #shown = '';

  constructor() {
    super();
    const isNeeded = () => this.#isOpen() || (this.#credits.data?.credits.some((one) => one.heldByPaymentId) ?? false);
    this.addController(new Watch({ isNeeded, look: () => this.#look() }));
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('customerId') || changed.has('locationId')) this.#again();
  }

  override updated() {
    const outcome = `${this.begun?.status ?? ''}${this.#write.state.status}`;
    if (outcome !== this.#shown) this.renderRoot.querySelector<HTMLElement>('#outcome')?.focus();
    this.#shown = outcome;
  }

  override render() {
    const stop = this.#stop();
    return html`${this.#environment.render()}
      <div class="frame" @keydown=${keepTyping}>
        <label class="check">
          <input
            type="checkbox"
            .checked=${this.isWanted && !stop}
            ?disabled=${stop !== undefined}
            aria-describedby=${stop ? 'stop' : nothing}
            @change=${({ target }: Event) => (this.isWanted = (target as HTMLInputElement).checked)}
          />
          <span>${this.#text.t('refund')}</span>
        </label>
        ${stop ? html`<p id="stop" class="notice warning">${stop}</p>` : nothing}
        ${this.isWanted && !stop ? html`<div class="content">${this.#content()}</div>` : nothing}
      </div>`;
  }

  #content() {
    const { data, state } = this.#credits;
    if (this.begun?.status === 'approved') return doneView(this.#text, this.begun, () => this.#again());
    if (this.begun && this.begun.status !== 'failed') return unknownView(this.#text);
    if (this.#write.state.status === 'unknown') return unknownView(this.#text);
    if (data) return this.#choice(data);
    const error = state.status === 'error' ? describeError(this.#core, state.error) : undefined;
    return loadingView(this.#text, { error, retry: () => void this.#credits.refresh() });
  }

  #choice({ credits }: RefundableCreditList) {
    if (credits.length === 0) return html`<p class="muted">${this.#text.t('empty')}</p>`;
    const credit = chosenOf(this.draft, credits);
    const isRunning = this.#write.state.status === 'running';
    const choose = (creditId: string) => (this.draft = { ...EMPTY_DRAFT, creditId });
    const change = (part: Partial<RefundDraft>) => (this.draft = { ...this.draft, ...part });
    const form = { draft: this.draft, isRunning, change, send: this.#send };
    return html`${this.#failure()} ${creditList(this.#text, { credits, chosenId: credit?.creditId, choose })}
      ${credit ? refundForm(this.#text, { ...form, credit }) : nothing}
      <p class="line" role="status">
        ${
          isRunning
            ? html`<span class="ring"></span>
                ${this.#text.t(this.#patience.over ? 'progress.slow' : 'progress.running')}`
            : nothing
        }
      </p>`;
  }

  #failure() {
    const { state } = this.#write;
    if (state.status === 'failed') return failureView(this.#text, describeError(this.#core, state.error));
    return this.begun?.status === 'failed' ? failureView(this.#text, undefined) : nothing;
  }

  #stop(): string | undefined {
    const { status } = this.#provider;
    if (status === 'not-configured') return this.#text.t('stop.not-configured');
    if (status === 'failed') return this.#text.t('stop.session');
    if (status === 'loading') return undefined;
    if (!this.#provider.can('refund')) return this.#text.t('stop.right', { right: 'refund' });
    return this.customerId && this.#place() ? undefined : this.#text.t('stop.place');
  }

  #place(): string {
    return this.locationId || (this.#provider.locationId ?? '');
  }

  #slot(): string | undefined {
    const company = this.#provider.session?.company.id;
    return company && `credit-refund:${company}:${this.#place()}:${this.customerId}`;
  }

  #isOpen(): boolean {
    return this.begun?.status === 'requested' || this.begun?.status === 'unknown';
  }

  #again() {
    this.begun = undefined;
    this.draft = EMPTY_DRAFT;
    this.#write.reset();
    void this.#credits.refresh();
  }

  #send = async () => {
    const { data } = this.#credits;
    const credit = data && chosenOf(this.draft, data.credits);
    if (!credit || this.draft.unreadable || amountFault(this.draft, credit)) return;
    const reason = this.draft.reason.trim();
    const written = await this.#write.run({
      locationId: this.#place(),
      customerId: this.customerId,
      creditId: credit.creditId,
      amountCents: amountOf(this.draft, credit),
      date: this.draft.date ?? credit.today,
      ...(reason && { reason }),
    });
    if (written.status === 'done') this.#show(written.value);
    else await this.#credits.refresh();
  };

  /** One look at a refund whose outcome is open, or at credits that others are using. */
  async #look() {
    const { client } = this.#provider;
    if (!this.begun || !client) return this.#credits.refresh();
    const refund = await readPayment(client)(this.begun.id).catch(() => undefined);
    if (refund) this.#show(refund);
  }

  #show(refund: Payment) {
    this.begun = refund;
    if (refund.status === 'failed') void this.#credits.refresh();
    const told = new CreditRefundedEvent(refund);
    if (refund.status === 'approved') this.dispatchEvent(told);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-credit-refund': KometCreditRefund;
  }
}
