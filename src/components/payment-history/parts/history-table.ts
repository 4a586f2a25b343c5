import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Location } from '../../../contract/location.js';
import type { Payment } from '../../../contract/payment.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { paymentHistoryTexts } from '../../../locales/payment-history/catalogue.js';
import { buttons } from '../../../styles/buttons.js';
import { gridTable } from '../../../styles/grid-table.js';
import { host } from '../../../styles/host.js';
import { notices } from '../../../styles/notices.js';
import { tokens } from '../../../styles/tokens.js';
import { rowSpacer } from '../../ui/row-spacer.js';
import { RowWindow } from '../../ui/row-window.js';
import { COLUMNS, type Column, type ColumnKey } from './columns.js';
import { styles } from './history-table.styles.js';
import { paymentRow } from './payment-row.js';

/** So many rows before the end the next page is asked for. */
const AHEAD = 30;

/** A payment was chosen to be looked at. */
export class DetailsEvent extends Event {
  readonly payment: Payment;

  constructor(payment: Payment) {
    super('details');
    this.payment = payment;
  }
}

/**
 * Payments as a table drawn through a window.
 *
 * @fires details - a row was opened
 * @fires more - the end of what is there comes into sight
 */
@element('komet-ui-history-table')
export class KometUiHistoryTable extends LitElement {
  static override styles = [tokens, host, buttons, notices, gridTable, styles];

  @property({ attribute: false }) payments: readonly Payment[] = [];
  @property({ attribute: false }) columns: ReadonlySet<ColumnKey> = new Set();
  @property({ attribute: false }) locations: readonly Location[] = [];
  @property({ type: Boolean, attribute: 'has-more' }) hasMore = false;
  /** Whether rows show `CB`. */
  @property({ type: Boolean, attribute: 'may-reverse' }) mayReverse = false;
  /** The payment that Tab comes to; its row stays the same when the list is read anew. */
  @state() private current = '';
  @query('.scroller') private scroller!: HTMLElement | null;

  #text = new Localize(this, paymentHistoryTexts);
  #window = new RowWindow(this, () => this.scroller);

  override focus() {
    void this.#focusRow(this.#currentIndex());
  }

  override render() {
    const columns = COLUMNS.filter(({ key }) => this.columns.has(key));
    return html`<div
      class="scroller"
      @scroll=${this.#onScroll}
      @keydown=${this.#onKeyDown}
      @dblclick=${this.#onDoubleClick}
    >
      <table aria-rowcount=${this.hasMore ? -1 : this.payments.length + 1}>
        <caption class="visually-hidden">
          ${this.#text.t('history.caption')}
        </caption>
        <thead>
          <tr aria-rowindex="1">
            ${columns.map(({ key, cents }) => this.#heading(key, cents !== undefined))}
            <th scope="col" class="actions">${this.#text.t('column.actions')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.#rows(columns)}
        </tbody>
      </table>
      ${this.hasMore ? html`<p class="more muted" role="status">${this.#text.t('history.more')}</p>` : nothing}
    </div>`;
  }

  #heading(key: ColumnKey, isAmount: boolean) {
    return html`<th scope="col" class="${key} ${isAmount ? 'amount' : ''}">${this.#text.t(`column.${key}`)}</th>`;
  }

  #rows(columns: readonly Column[]) {
    const { payments, mayReverse } = this;
    const span = this.#window.spanOf(payments.length);
    const around = { text: this.#text, locations: this.locations };
    const current = this.#currentIndex();
    const acts = { details: (payment: Payment) => this.#open(payment) };
    const row = (payment: Payment, at: number) => {
      const index = span.start + at;
      return paymentRow({ payment, index, columns, around, isCurrent: index === current, mayReverse }, acts);
    };
    return html`${rowSpacer(span.beforePx)} ${repeat(payments.slice(span.start, span.end), ({ id }) => id, row)}
    ${rowSpacer(span.afterPx)}`;
  }

  override updated() {
    this.#askForMore();
  }

  #currentIndex(): number {
    return Math.max(
      0,
      this.payments.findIndex(({ id }) => id === this.current),
    );
  }

  #open(payment: Payment) {
    this.current = payment.id;
    this.dispatchEvent(new DetailsEvent(payment));
  }

  #onScroll() {
    this.#window.onScroll();
    this.#askForMore();
  }

  #askForMore() {
    const { scroller } = this;
    if (!scroller || !this.hasMore) return;
    const left = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    const rowPx = scroller.scrollHeight / Math.max(1, this.payments.length);
    if (left < AHEAD * rowPx) this.dispatchEvent(new Event('more'));
  }

  #onDoubleClick(event: MouseEvent) {
    const payment = this.#paymentAt(event);
    if (payment && !(event.target as Element).closest('.actions')) this.#open(payment);
  }

  #onKeyDown(event: KeyboardEvent) {
    const row = event.target as HTMLElement;
    const payment = row.localName === 'tr' ? this.#paymentAt(event) : undefined;
    if (!payment) return;
    if (event.key === 'Enter') this.#open(payment);
    const to = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    void this.#focusRow(this.payments.indexOf(payment) + to);
  }

  #paymentAt(event: Event): Payment | undefined {
    const row = (event.target as Element).closest('tr');
    return row ? this.payments[Number(row.ariaRowIndex) - 2] : undefined;
  }

  async #focusRow(wanted: number) {
    const index = Math.min(Math.max(wanted, 0), this.payments.length - 1);
    this.current = this.payments[index]?.id ?? '';
    this.#window.reveal(index);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`tr[aria-rowindex="${index + 2}"]`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-history-table': KometUiHistoryTable;
  }
}
