import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ChargeBackRequest } from '../../contract/charge-back.js';
import type { Payment } from '../../contract/payment.js';
import { describeError } from '../../controllers/describe-error.js';
import { Localize } from '../../controllers/localize.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { WriteController } from '../../controllers/write.js';
import { element } from '../../define.js';
import { PaymentChargedBackEvent } from '../../events.js';
import { chargebackButtonTexts } from '../../locales/chargeback-button/catalogue.js';
import { coreTexts } from '../../locales/core/catalogue.js';
import { chargePaymentBack, readChargeBackPreview } from '../../services/charge-backs.js';
import type { PayError } from '../../services/pay-error.js';
import { plainTable } from '../../styles/plain-table.js';
import { widget } from '../../styles/widget.js';
import '../ui/dialog/dialog.js';
import type { KometUiDialog } from '../ui/dialog/dialog.js';
import { keepTyping } from '../ui/key-guard.js';
import { Patience } from '../ui/patience.js';
import { Watch } from '../ui/watch.js';
import { loadingView } from '../ui/loading-view.js';
import { styles } from './chargeback-button.styles.js';
import { EMPTY_DRAFT, faultsOf, requestOf, type ChargeBackDraft } from './parts/charge-back-draft.js';
import { stageView } from './parts/stage-view.js';
import { stageOf, type Stage } from './parts/stage.js';

/**
 * `CB` of one payment: shows what charging it back does, asks for the date and the reason, and gives the whole payment back to its card.
 *
 * Stands inside a `<komet-pay-provider>`. A charge back under way survives removing the tag and reloading the page.
 *
 * @summary Charges a payment back.
 * @fires {PaymentChargedBackEvent} komet-payment-charged-back - the payment was charged back; its invoices are open again
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-chargeback-button')
export class KometChargebackButton extends LitElement {
  static override styles = [...widget, plainTable, styles];

  /** The payment to charge back. */
  @property({ attribute: 'payment-id' }) paymentId = '';
  /** Its Control #, where the page knows it: it is said in the button's name. */
  @property({ attribute: 'control-number' }) controlNumber = '';
  @state() private isOpen = false;
  @state() private draft: ChargeBackDraft = EMPTY_DRAFT;
  @state() private isTried = false;
  /** The charge back that was made or begun from here, until it is read anew. */
  @state() private begun: Payment | undefined;
  /** A charge back that was under way has come to nothing. */
  @state() private cameToNothing = false;
  @query('komet-ui-dialog') private window!: KometUiDialog | null;

  #text = new Localize(this, chargebackButtonTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #preview = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.isOpen && this.paymentId ? ([this.paymentId] as const) : undefined),
    load: (client, [paymentId], signal) => readChargeBackPreview(client)(paymentId, { signal }),
  });
  #write = new WriteController<ChargeBackRequest, Payment>(this, {
    provider: this.#provider,
    slot: () => this.#slot(),
    send: (client, request, options) => chargePaymentBack(client)(this.paymentId, request, options),
  });
  #patience = new Patience(this, () => this.#preview.state.status === 'loading' || this.#stage()?.kind === 'running');
  #shown: Stage['kind'] | undefined;
  #told = '';

  constructor() {
    super();
    const isNeeded = () => this.#stage()?.kind === 'unknown' && this.#write.state.status !== 'unknown';
    this.addController(new Watch({ isNeeded, look: () => this.#look() }));
  }

  /** Opens the window, as the button does. */
  async show(): Promise<void> {
    this.isOpen = true;
    await this.updateComplete;
    this.window?.show();
  }

  /** Puts the focus on the button. */
  override focus() {
    this.renderRoot.querySelector('button')?.focus();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('paymentId')) return;
    this.isOpen = false;
    this.#forget();
  }

  override updated() {
    const kind = this.#stage()?.kind;
    if (kind !== this.#shown && this.#shown && kind !== 'running')
      this.renderRoot.querySelector<HTMLElement>('#outcome')?.focus();
    this.#shown = kind;
  }

  override render() {
    const stop = this.#stop();
    const t = this.#text.t;
    return html`<button
        type="button"
        class="quiet"
        aria-label=${this.#named('name')}
        aria-haspopup="dialog"
        aria-disabled=${stop ? 'true' : 'false'}
        aria-describedby=${stop ? 'stop' : nothing}
        title=${stop ?? ''}
        @click=${this.#onClick}
      >
        ${t('cb')}
      </button>
      ${stop ? html`<span id="stop" class="visually-hidden">${stop}</span>` : nothing}
      ${this.isOpen ? this.#dialog() : nothing}`;
  }

  #dialog() {
    const stage = this.#stage();
    const canContinue = stage?.kind === 'form' || stage?.kind === 'running';
    return html`<komet-ui-dialog
      heading=${this.#named('title')}
      close-label=${this.#text.t('close')}
      has-act
      @keydown=${keepTyping}
      @close=${this.#onClose}
    >
      <div class="content" aria-busy=${stage?.kind === 'running' ? 'true' : 'false'}>${this.#content(stage)}</div>
      ${
        canContinue
          ? html`<button
              slot="footer"
              type="button"
              class="primary"
              aria-disabled=${stage.kind === 'running' ? 'true' : 'false'}
              @click=${this.#continue}
            >
              ${this.#text.t('continue')}
            </button>`
          : nothing
      }
    </komet-ui-dialog>`;
  }

  #content(stage: Stage | undefined) {
    const { data, state } = this.#preview;
    if (!data || !stage) {
      const error = state.status === 'error' ? this.#describe(state.error) : undefined;
      const slow = this.#patience.over ? this.#text.t('slow') : undefined;
      return loadingView(this.#text, { error, slow, retry: () => void this.#preview.refresh() });
    }
    return stageView(this.#text, data, stage, {
      draft: this.draft,
      faults: this.isTried ? faultsOf(this.draft, data) : [],
      change: (part) => (this.draft = { ...this.draft, ...part }),
      cameToNothing: this.cameToNothing,
      isSlow: this.#patience.over,
      describe: (error) => this.#describe(error),
    });
  }

  #stage(): Stage | undefined {
    const { data } = this.#preview;
    return data && stageOf(data, this.begun ?? data.chargeBack, this.#write.state);
  }

  #stop(): string | undefined {
    if (this.#provider.status === 'not-configured') return this.#text.t('stop.not-configured');
    if (this.#provider.status !== 'ready' || this.#provider.can('refund')) return undefined;
    return this.#text.t('stop.right', { right: 'refund' });
  }

  #describe(error: PayError): string {
    return describeError(this.#core, error);
  }

  #named(part: 'name' | 'title'): string {
    const number = this.controlNumber || String(this.#preview.data?.payment.controlNumber ?? '');
    return number ? this.#text.t(`${part}.one`, { number }) : this.#text.t(`${part}.any`);
  }

  #slot(): string | undefined {
    const company = this.#provider.session?.company.id;
    return company && `charge-back:${company}:${this.paymentId}`;
  }

  #onClick() {
    if (!this.#stop()) void this.show();
  }

  #onClose() {
    if (this.#write.state.status === 'running' || this.#write.state.status === 'unknown') return;
    this.isOpen = false;
    this.#forget();
  }

  #forget() {
    this.draft = EMPTY_DRAFT;
    this.isTried = false;
    this.begun = undefined;
    this.cameToNothing = false;
    this.#write.reset();
  }

  #continue = async () => {
    const preview = this.#preview.data;
    if (!preview || this.#stage()?.kind !== 'form') return;
    this.isTried = true;
    if (faultsOf(this.draft, preview).length > 0) return this.#focusFault();
    this.cameToNothing = false;
    const written = await this.#write.run(requestOf(this.draft, preview));
    if (written.status !== 'done') return this.#preview.refresh();
    this.begun = written.value;
    this.#tell(preview.payment, written.value);
  };

  async #focusFault() {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  /** One look at a charge back whose outcome is open. */
  async #look() {
    await this.#preview.refresh();
    const { state } = this.#preview;
    if (state.status !== 'ready') return;
    const { chargeBack, payment } = state.data;
    this.cameToNothing = !chargeBack;
    this.begun = chargeBack;
    this.#write.reset();
    if (chargeBack) this.#tell(payment, chargeBack);
  }

  #tell(payment: Payment, chargeBack: Payment) {
    if (chargeBack.status !== 'approved' || this.#told === chargeBack.id) return;
    this.#told = chargeBack.id;
    const told = new PaymentChargedBackEvent(payment, chargeBack);
    this.dispatchEvent(told);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-chargeback-button': KometChargebackButton;
  }
}
