import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Invoice } from '../../../contract/invoice.js';
import { Localize } from '../../../controllers/localize.js';
import {
  EMPTY_DRAFT,
  applyAll,
  applyInvoice,
  applyOldestFirst,
  chosenCreditCents,
  discountInvoice,
  isPayable,
  leftCents,
  payOnInvoice,
  unapplyInvoice,
  withoutDiscounts,
  type OpenItems,
  type PaymentDraft,
} from '../../../domain/payment-draft.js';
import { element } from '../../../define.js';
import { receivePaymentTexts } from '../../../locales/receive-payment/catalogue.js';
import { buttons } from '../../../styles/buttons.js';
import { fields } from '../../../styles/fields.js';
import { gridTable } from '../../../styles/grid-table.js';
import { host } from '../../../styles/host.js';
import { notices } from '../../../styles/notices.js';
import { tokens } from '../../../styles/tokens.js';
import type { MoneyTypedEvent } from '../../ui/money-field/money-field.js';
import { rowSpacer } from '../../ui/row-spacer.js';
import { RowWindow } from '../../ui/row-window.js';
import { DraftEvent, UnreadableEvent } from '../../ui/payment/draft-event.js';
import { matching } from './invoice-filter.js';
import { invoiceRow, type RowActs, type RowView } from './invoice-row.js';
import { styles } from './invoice-table.styles.js';

/** The open invoices of a customer: search, `Apply` line by line or all at once, amounts and discounts by hand. */
@element('komet-ui-invoice-table')
export class KometUiInvoiceTable extends LitElement {
  static override styles = [tokens, host, buttons, fields, notices, gridTable, styles];

  @property({ attribute: false }) items: OpenItems = { invoices: [], credits: [] };
  @property({ attribute: false }) draft: PaymentDraft = EMPTY_DRAFT;
  /** Texts that could not be read, by field; see `UnreadableEvent`. */
  @property({ attribute: false }) unreadable: ReadonlyMap<string, string> = new Map();
  /** The day overdue invoices are told by, `YYYY-MM-DD`. */
  @property() today = '';
  @property({ type: Boolean }) readonly = false;
  @state() private search = '';
  @state() private discounts = false;
  @state() private note: 'none' | 'nothing-left' | 'type-amount' = 'none';
  @query('.scroller') private scroller!: HTMLElement | null;

  #text = new Localize(this, receivePaymentTexts);
  #window = new RowWindow(this, () => this.scroller);
  #acts: RowActs = {
    toggle: (invoice) => this.#toggle(invoice),
    pay: (invoice, event) => this.#onTyped('pay', invoice, event),
    discount: (invoice, event) => this.#onTyped('discount', invoice, event),
  };

  /** Puts the focus on the first field a person would type in. */
  override focus() {
    this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  }

  /** Brings an invoice into sight and puts the focus on its amount. */
  async focusInvoice(invoiceId: string, field: 'pay' | 'discount') {
    this.search = '';
    await this.updateComplete;
    await this.#focusRow(
      this.items.invoices.findIndex((invoice) => invoice.id === invoiceId),
      field,
    );
  }

  override render() {
    const shown = matching(this.items.invoices, this.search);
    const span = this.#window.spanOf(shown.length);
    return html`${this.#toolbar(shown)}
      <p class="note" role="status">${this.note === 'none' ? nothing : this.#text.t(`invoices.${this.note}`)}</p>
      <div class="scroller" tabindex="-1" @scroll=${this.#window.onScroll} @keydown=${this.#onKeyDown}>
        <table aria-rowcount=${shown.length + 1} class=${this.discounts ? 'discounts' : ''}>
          <caption class="visually-hidden">
            ${this.#text.t('invoices.caption')}
          </caption>
          ${this.#head()}
          <tbody>
            ${rowSpacer(span.beforePx)}
            ${repeat(
              shown.slice(span.start, span.end),
              (invoice) => invoice.id,
              (invoice, index) => invoiceRow(this.#text, this.#view(invoice, span.start + index), this.#acts),
            )}
            ${rowSpacer(span.afterPx)}
          </tbody>
        </table>
        ${shown.length === 0 ? html`<p class="none">${this.#text.t('invoices.noMatch', { search: this.search })}</p>` : nothing}
      </div>`;
  }

  #toolbar(shown: readonly Invoice[]) {
    const t = this.#text.t;
    return html`<div class="toolbar">
      <h2>${t('invoices.title')} <span class="count">${shown.length}</span></h2>
      <input
        id="search"
        type="search"
        autocomplete="off"
        placeholder=${t('invoices.search')}
        aria-label=${t('invoices.search')}
        .value=${this.search}
        @input=${this.#onSearch}
      />
      ${
        this.readonly
          ? nothing
          : html`<div class="acts">
              <button type="button" class="quiet" @click=${() => this.#applyAll(shown)}>
                ${t('invoices.applyAll')}
              </button>
              <button type="button" class="quiet" @click=${this.#applyOldest}>${t('invoices.applyOldest')}</button>
              <button type="button" class="quiet" @click=${this.#clear}>${t('invoices.clear')}</button>
              <button type="button" class="quiet" aria-pressed=${this.discounts} @click=${this.#toggleDiscounts}>
                ${t('invoices.discounts')}
              </button>
            </div>`
      }
    </div>`;
  }

  #head() {
    const t = this.#text.t;
    return html`<thead>
      <tr aria-rowindex="1">
        <th class="apply"><span class="visually-hidden">${t('invoices.apply')}</span></th>
        <th>${t('invoices.number')}</th>
        <th class="wide">${t('invoices.shipDate')}</th>
        <th class="wide">${t('invoices.dueDate')}</th>
        <th class="wide po">${t('invoices.po')}</th>
        <th class="wide amount total">${t('invoices.total')}</th>
        <th class="wide amount">${t('invoices.balance')}</th>
        ${this.discounts ? html`<th class="amount money">${t('invoices.discount')}</th>` : nothing}
        <th class="amount money">${t('invoices.toPay')}</th>
      </tr>
    </thead>`;
  }

  #view(invoice: Invoice, index: number): RowView {
    const line = this.draft.lines.get(invoice.id);
    return {
      invoice,
      index,
      line,
      discounts: this.discounts,
      readonly: this.readonly,
      overdue: invoice.dueDate !== undefined && invoice.dueDate < this.today,
      unreadablePay: this.unreadable.get(`pay:${invoice.id}`) ?? '',
      unreadableDiscount: this.unreadable.get(`discount:${invoice.id}`) ?? '',
    };
  }

  #change(draft: PaymentDraft, note: 'none' | 'nothing-left' | 'type-amount' = 'none') {
    this.note = note;
    if (draft !== this.draft) this.dispatchEvent(new DraftEvent(draft));
  }

  #toggle(invoice: Invoice) {
    if (this.readonly) return;
    const draft = this.draft.lines.has(invoice.id)
      ? unapplyInvoice(this.draft, invoice.id)
      : applyInvoice(this.draft, invoice, this.items.credits);
    this.#change(draft, draft === this.draft && isPayable(invoice) ? 'nothing-left' : 'none');
  }

  #applyAll(shown: readonly Invoice[]) {
    const draft = applyAll(this.draft, shown, this.items.credits);
    const left = shown.some((invoice) => isPayable(invoice) && !draft.lines.has(invoice.id));
    this.#change(draft, left && leftCents(draft, this.items.credits) === 0 ? 'nothing-left' : 'none');
  }

  #applyOldest() {
    const budget = (this.draft.typedCents ?? 0) + chosenCreditCents(this.draft, this.items.credits);
    if (budget === 0) this.note = 'type-amount';
    else this.#change(applyOldestFirst(this.draft, this.items));
  }

  #clear() {
    for (const field of this.unreadable.keys()) this.dispatchEvent(new UnreadableEvent(field, ''));
    this.#change({ ...this.draft, lines: new Map() });
  }

  #toggleDiscounts() {
    this.discounts = !this.discounts;
    if (!this.discounts) this.#change(withoutDiscounts(this.draft, this.items.invoices));
  }

  #onSearch(event: InputEvent) {
    this.search = (event.target as HTMLInputElement).value;
    if (this.scroller) this.scroller.scrollTop = 0;
  }

  #onTyped(field: 'pay' | 'discount', invoice: Invoice, { reading, text }: MoneyTypedEvent) {
    this.dispatchEvent(new UnreadableEvent(`${field}:${invoice.id}`, reading.ok ? '' : text));
    if (!reading.ok) return;
    const change = field === 'pay' ? payOnInvoice : discountInvoice;
    this.#change(change(this.draft, invoice, reading.cents));
  }

  /** Enter and the arrows move between the same fields of neighbouring rows, as in a sheet. */
  async #onKeyDown(event: KeyboardEvent) {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    const field = (event.target as HTMLElement).dataset['field'];
    const row = (event.target as HTMLElement).closest('tr');
    if (!step || !field || !row) return;
    event.preventDefault();
    await this.#focusRow(Number(row.ariaRowIndex) - 2 + step, field);
  }

  async #focusRow(index: number, field: string) {
    this.#window.reveal(index);
    await this.updateComplete;
    const row = this.renderRoot.querySelector(`tr[aria-rowindex="${index + 2}"]`);
    row?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-invoice-table': KometUiInvoiceTable;
  }
}
