import { LitElement, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Method, PaymentRequest } from '../../../contract/payment.js';
import { Localize } from '../../../controllers/localize.js';
import type { OperationState } from '../../../controllers/operation-state.js';
import { element } from '../../../define.js';
import { orderRequest, reviewOrder } from '../../../domain/order-payment.js';
import { payConfirmTexts } from '../../../locales/pay-confirm/catalogue.js';
import { clientError, PayError } from '../../../services/pay-error.js';
import { widget } from '../../../styles/widget.js';
import { later } from '../../ui/later.js';
import { Patience } from '../../ui/patience.js';
import { sourceOf, type SourcePicker } from '../../ui/payment/method-choice.js';
import { isOutdated, refusalOf, type Refusal } from '../../ui/payment/refusal.js';
import type { RefusalView } from '../../ui/payment/refusal-view.js';
import { itemsOf, type OrderAccount } from './load-order.js';
import { orderPaymentView, type OrderPaymentActs } from './order-payment-view.js';
import { styles } from './order-payment.styles.js';

/** The inside of the `Payment Information` window: what pays an order; what was chosen outlives every refusal. */
@element('komet-ui-order-payment')
export class KometUiOrderPayment extends LitElement {
  static override styles = [...widget, styles];

  @property({ attribute: false }) account!: OrderAccount;
  @property({ type: Boolean, attribute: 'may-save' }) maySave = false;
  /** How the last attempt failed. */
  @property({ attribute: false }) failure: PayError | undefined;
  @property({ attribute: false }) submit!: (request: PaymentRequest) => Promise<OperationState>;
  /** Reads the order anew. */
  @property({ attribute: false }) reload!: () => Promise<void>;
  @state() private creditIds: readonly string[] = [];
  @state() private method: Method = 'in-app';
  @state() private duplicateReason = '';
  @state() private stage: 'idle' | 'card' | 'bank' = 'idle';
  @state() private refusal: Refusal | undefined;
  @state() private refusals: RefusalView | undefined;
  @query('#source') private picker!: SourcePicker | null;

  #text = new Localize(this, payConfirmTexts);
  #patience = new Patience(this, () => this.stage === 'bank');
  #acts: OrderPaymentActs = {
    pay: () => void this.pay(),
    chooseMethod: (method) => this.#set(() => (this.method = method)),
    chooseCredits: (creditIds) => this.#set(() => (this.creditIds = creditIds)),
    giveReason: (reason) => (this.duplicateReason = reason),
    dismiss: () => (this.refusal = undefined),
    reload: () => void this.#reload(),
  };

  /** Sends the payment; a refusal is shown in place. */
  async pay(): Promise<void> {
    if (this.stage !== 'idle') return;
    this.refusal = undefined;
    try {
      this.stage = 'card';
      const request = await this.#request();
      this.stage = 'bank';
      const { status } = await this.submit(request);
      if (status === 'idle') throw clientError('stopped-by-page');
    } catch (error) {
      if (!(error instanceof PayError)) throw error;
      this.#refuse(error);
    } finally {
      this.stage = 'idle';
    }
  }

  /** Picks the nth card, counted from 1. */
  pickCard(position: number) {
    if (this.picker && 'pick' in this.picker) this.picker.pick(position);
  }

  override focus() {
    this.picker?.focus();
  }

  override firstUpdated() {
    this.#fetchRefusals();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('failure') && this.failure) this.#refuse(this.failure);
  }

  override render() {
    return orderPaymentView(
      this.#text,
      {
        account: this.account,
        review: this.#review(),
        creditIds: this.creditIds,
        method: this.method,
        maySave: this.maySave,
        stage: this.stage,
        slow: this.#patience.over,
        refusal: this.refusal,
        refusals: this.refusals,
        duplicateReason: this.duplicateReason,
      },
      this.#acts,
    );
  }

  #review() {
    const { order, credits, feeRule } = this.account;
    return reviewOrder(
      order,
      credits.filter(({ id }) => this.creditIds.includes(id)),
      feeRule,
    );
  }

  async #request(): Promise<PaymentRequest> {
    const review = this.#review();
    const source = review.totalCents > 0 ? await sourceOf(this.picker) : undefined;
    const { creditIds, duplicateReason } = this;
    return orderRequest(this.account.order, { review, creditIds, source, duplicateReason });
  }

  #set(change: () => void) {
    if (this.stage === 'idle') change();
  }

  #refuse(error: PayError) {
    this.refusal = refusalOf(error, itemsOf(this.account));
    this.#fetchRefusals();
    if (isOutdated(this.refusal) || error.code === 'rule-broken') void this.#reload();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#refusal')?.focus());
  }

  async #reload() {
    await this.reload();
    this.creditIds = this.creditIds.filter((id) => this.account.credits.some((credit) => credit.id === id));
  }

  #fetchRefusals() {
    if (this.refusals) return;
    later(async () => {
      const { RefusalView } = await import('../../ui/payment/refusal-view.js');
      this.refusals ??= new RefusalView(this);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-order-payment': KometUiOrderPayment;
  }
}
