import { LitElement, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { PaymentRequest, PaymentSource } from '../../../contract/payment.js';
import { Localize } from '../../../controllers/localize.js';
import type { OperationState } from '../../../controllers/operation-state.js';
import { element } from '../../../define.js';
import { requestOf } from '../../../domain/draft-request.js';
import { balanceChanges, fitDraft, reviewDraft, type DraftReview } from '../../../domain/draft-review.js';
import { receivePaymentTexts } from '../../../locales/receive-payment/catalogue.js';
import { clientError, PayError } from '../../../services/pay-error.js';
import { widget } from '../../../styles/widget.js';
import { Patience } from '../../ui/patience.js';
import type { Account } from './account.js';
import type { KometUiCardPicker } from '../../ui/card-picker/card-picker.js';
import { deskView, type DeskActs, type DeskState } from './desk-view.js';
import type { DraftEvent, UnreadableEvent } from '../../ui/payment/draft-event.js';
import { sourceOf, type SourcePicker } from '../../ui/payment/method-choice.js';
import type { FormFault } from './fault-list.js';
import { formFaults, newForm, withText, type Form } from './form.js';
import './invoice-table.js';
import type { KometUiInvoiceTable } from './invoice-table.js';
import type { PayStop } from './pay-stop.js';
import { styles } from './payment-desk.styles.js';
import type { RefusalView } from '../../ui/payment/refusal-view.js';
import { isOutdated, refusalOf, type Refusal } from '../../ui/payment/refusal.js';

/** Where a clerk composes one payment of one customer and sends it; what was entered outlives every refusal. */
@element('komet-ui-payment-desk')
export class KometUiPaymentDesk extends LitElement {
  static override styles = [...widget, styles];

  @property({ attribute: false }) account!: Account;
  /** Why nothing can be paid just now. */
  @property({ attribute: false }) stop: PayStop | undefined;
  /** Invoices to begin with, their ids separated by commas or spaces. */
  @property({ attribute: 'invoice-ids' }) invoiceIds = '';
  @property({ type: Boolean, attribute: 'may-save' }) maySave = false;
  /** How the last attempt failed. */
  @property({ attribute: false }) failure: PayError | undefined;
  /** Sends a payment; resolves once its outcome is known or is known to be unknown, and with `idle` when the page forbade it. */
  @property({ attribute: false }) submit!: (request: PaymentRequest) => Promise<OperationState>;
  /** Reads the account anew. */
  @property({ attribute: false }) reload!: () => Promise<void>;
  @state() private form!: Form;
  @state() private stage: DeskState['stage'] = 'idle';
  @state() private attempted = false;
  @state() private refusal: Refusal | undefined;
  @state() private refusals: RefusalView | undefined;
  @state() private faultList: DeskState['faultList'];
  @query('komet-ui-invoice-table') private table!: KometUiInvoiceTable | null;
  @query('komet-ui-card-picker') private cards!: KometUiCardPicker | null;
  @query('#source') private picker!: SourcePicker | null;

  #text = new Localize(this, receivePaymentTexts);
  #patience = new Patience(this, () => this.stage === 'bank');
  #acts: DeskActs = {
    setForm: (part) => this.#setForm({ ...this.form, ...part }),
    setDraft: (event: DraftEvent) => this.#setForm({ ...this.form, draft: event.draft }),
    setText: (event: UnreadableEvent) => this.#setForm(withText(this.form, event.field, event.text)),
    go: (fault) => void this.#go(fault),
    pay: () => void this.pay(),
    reload: () => void this.#reloadAfterConflict(),
    dismiss: () => (this.refusal = undefined),
  };

  /** Sends what is composed, unless something is missing: then that is shown and has the focus. */
  async pay(): Promise<void> {
    if (this.stage !== 'idle' || this.stop) return;
    this.attempted = true;
    this.refusal = undefined;
    if (formFaults(this.form, this.account).length > 0) return this.#showFaults();
    try {
      this.stage = 'card';
      const request = this.#request(await this.#source());
      this.stage = 'bank';
      const { status } = await this.submit(request);
      if (status === 'idle') throw clientError('stopped-by-page');
    } catch (error) {
      if (!(error instanceof PayError)) throw error;
      this.#refuse(refusalOf(error, this.account.items));
    } finally {
      this.stage = 'idle';
    }
  }

  /** Picks the nth card, counted from 1. */
  pickCard(position: number) {
    this.cards?.pick(position);
  }

  /** Empties the form. */
  reset() {
    this.form = newForm(this.account);
    this.attempted = false;
    this.refusal = undefined;
    this.cards?.reset();
  }

  override focus() {
    this.table?.focus();
  }

  override firstUpdated() {
    void this.#fetchWords();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!this.hasUpdated || changed.has('invoiceIds'))
      this.form = newForm(this.account, this.invoiceIds.split(/[\s,]+/));
    if (changed.has('failure') && this.failure) this.#refuse(refusalOf(this.failure, this.account.items));
  }

  override render() {
    const { form, account } = this;
    const faults = formFaults(form, account);
    const state: DeskState = {
      account,
      form,
      review: this.#review(),
      faults: this.attempted ? faults : faults.filter((fault) => fault.kind === 'unreadable'),
      stop: this.stop,
      stage: this.stage,
      slow: this.#patience.over,
      refusal: this.refusal,
      refusals: this.refusals,
      faultList: this.faultList,
      maySave: this.maySave,
    };
    return deskView(this.#text, state, this.#acts);
  }

  #review(): DraftReview {
    return reviewDraft(this.form.draft, this.account.items, this.account.location?.feeRule);
  }

  #setForm(form: Form) {
    if (this.stage === 'idle') this.form = form;
  }

  async #source(): Promise<PaymentSource | undefined> {
    if (this.#review().totalCents === 0) return undefined;
    return sourceOf(this.picker);
  }

  #request(source: PaymentSource | undefined): PaymentRequest {
    const { form, account } = this;
    return requestOf(form.draft, account.items, {
      locationId: account.location?.id ?? '',
      customerId: account.customer.id,
      feeRule: account.location?.feeRule,
      date: form.date,
      notes: form.notes,
      duplicateReason: this.form.duplicateReason,
      source,
    });
  }

  #refuse(refusal: Refusal) {
    this.refusal = refusal;
    this.attempted = false;
    if (isOutdated(refusal)) void this.#reloadAfterConflict();
    else void this.#focusLater('#refusal');
    void this.#fetchWords();
  }

  /** What most payments never need: it is here long before anybody can have made a mistake. */
  async #fetchWords(): Promise<void> {
    if (this.refusals) return;
    try {
      const [{ RefusalView }, { faultList }] = await Promise.all([
        import('../../ui/payment/refusal-view.js'),
        import('./fault-list.js'),
      ]);
      this.faultList = faultList;
      this.refusals ??= new RefusalView(this);
    } catch {
      // Asked for again with the next attempt.
    }
  }

  async #showFaults() {
    await this.#fetchWords();
    await this.#focusLater('.faults button');
  }

  /** Reads the balances again, fits what was picked to them and says what changed. */
  async #reloadAfterConflict() {
    const before = this.account.items;
    await this.reload();
    await this.updateComplete;
    const changes = balanceChanges(this.form.draft, before, this.account.items);
    this.form = { ...this.form, draft: fitDraft(this.form.draft, changes) };
    if (this.refusal?.kind !== 'other') this.refusal = changes.length > 0 ? { kind: 'changed', changes } : undefined;
    await this.#focusLater('#refusal');
  }

  async #focusLater(selector: string) {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  async #go(fault: FormFault) {
    const field = fault.kind === 'unreadable' ? fault.field : '';
    const invoiceId = 'invoiceId' in fault ? fault.invoiceId : field.split(':')[1];
    if (invoiceId) return this.table?.focusInvoice(invoiceId, field.startsWith('discount') ? 'discount' : 'pay');
    if (fault.kind === 'overpayment-unconfirmed') return this.#focusLater('#confirm-overpayment');
    return this.#focusLater(fault.kind.startsWith('date') ? '#date' : '#amount');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-payment-desk': KometUiPaymentDesk;
  }
}
