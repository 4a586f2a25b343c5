import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Payment } from '../../contract/payment.js';
import { Localize } from '../../controllers/localize.js';
import { PagesController } from '../../controllers/pages.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { element } from '../../define.js';
import { rangeOf } from '../../domain/date-range.js';
import { AdjustmentRequestedEvent } from '../../events.js';
import { paymentHistoryTexts } from '../../locales/payment-history/catalogue.js';
import { listPayments, totalPayments, type PaymentFilter } from '../../services/payment-history.js';
import { listLocations } from '../../services/sessions.js';
import { environment } from '../../styles/environment.js';
import { widget } from '../../styles/widget.js';
import { EnvironmentStrip } from '../ui/environment-strip.js';
import { later } from '../ui/later.js';
import { Online } from '../ui/online.js';
import { Patience } from '../ui/patience.js';
import { todayIn } from '../ui/today.js';
import { columnChooser } from './parts/column-chooser.js';
import { chosenColumns, keepColumns, type ColumnKey } from './parts/columns.js';
import { exportFailure, historyHead } from './parts/history-head.js';
import { ListExport, type ExportKind } from './parts/list-export.js';
import { blockedPanel, emptyPanel, loadingPanel, staleNotice } from './parts/states.js';
import './parts/history-table.js';
import type { DetailsEvent, KometUiHistoryTable } from './parts/history-table.js';
import { searchPanel } from './parts/search-panel.js';
import { totalsLine } from './parts/totals.js';
import { styles } from './payment-history.styles.js';

const PAGE = 50;

/**
 * Payment History of A/R: search, look at, charge back, export and print payments.
 *
 * Stands inside a `<komet-pay-provider>`. Without `from` and `to` it begins with the last 30 days.
 *
 * @summary Lists payments and what can be done with them.
 * @fires {PaymentChargedBackEvent} komet-payment-charged-back - a payment of the list was charged back
 * @fires {AdjustmentRequestedEvent} komet-adjustment-requested - somebody wants to adjust a payment: show `<komet-payment-adjust>` for it
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-payment-history')
export class KometPaymentHistory extends LitElement {
  static override styles = [...widget, environment, styles];

  /** Shows the payments of one location alone; by default those of all the user works at. */
  @property({ attribute: 'location-id' }) locationId: string | undefined;
  /** Shows the payments of one customer alone. */
  @property({ attribute: 'customer-id' }) customerId: string | undefined;
  /** The first day, `YYYY-MM-DD`. */
  @property() from: string | undefined;
  /** The last day, `YYYY-MM-DD`. */
  @property() to: string | undefined;
  @state() private searched: PaymentFilter | undefined;
  @state() private panel: 'none' | 'search' | 'columns' = 'none';
  @state() private columns: ReadonlySet<ColumnKey> = chosenColumns();
  @state() private shown: Payment | undefined;
  @query('komet-ui-history-table') private table!: KometUiHistoryTable | null;

  #text = new Localize(this, paymentHistoryTexts);
  #provider = new ProviderController(this);
  #environment = new EnvironmentStrip(this, this.#provider);
  #online = new Online(this);
  #pages = new PagesController<Payment>(this, {
    provider: this.#provider,
    subject: () => (this.#mayLook() ? JSON.stringify(this.filter) : undefined),
    load: async (client, cursor, signal) => {
      const { payments, nextCursor } = await listPayments(client)(this.filter, { limit: PAGE, cursor }, { signal });
      return { rows: payments, next: nextCursor };
    },
  });
  #totals = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.#mayLook() ? ([JSON.stringify(this.filter)] as const) : undefined),
    load: (client, _args, signal) => totalPayments(client)(this.filter, { signal }),
  });
  #locations = new QueryController(this, {
    provider: this.#provider,
    args: () => [] as const,
    load: (client, _args, signal) => listLocations(client)({ signal }),
  });
  #export = new ListExport(this, () => {
    const { client } = this.#provider;
    const around = { text: this.#text, locations: this.#locations.data ?? [] };
    return client && { client, filter: this.filter, columns: this.columns, around };
  });
  #patience = new Patience(this, () => this.#pages.status === 'loading');

  /** What the list is narrowed by now. */
  get filter(): PaymentFilter {
    const { locationId, customerId } = this;
    const usual = { ...rangeOf('last-30-days', this.#today()), ...defined({ from: this.from, to: this.to }) };
    return {
      ...(this.searched ?? usual),
      ...defined({ customerId }),
      ...(this.searched ? {} : defined({ locationId })),
    };
  }

  /** Reads the list anew; what is in view stays until it is there. */
  async refresh(): Promise<void> {
    await Promise.all([this.#pages.refresh(), this.#totals.refresh()]);
  }

  /** Forgets the search. */
  reset(): Promise<void> {
    this.searched = undefined;
    return Promise.resolve();
  }

  /** Puts the focus on the current row. */
  override focus() {
    this.table?.focus();
  }

  override willUpdate(changed: PropertyValues<this>) {
    const subject = ['from', 'to', 'customerId', 'locationId'] as const;
    if (subject.some((name) => changed.has(name))) this.searched = undefined;
  }

  override render() {
    const { provider, right } = this.#blocked();
    if (provider) return html`<div class="frame">${blockedPanel(this.#text, provider, right)}</div>`;
    return html`${this.#environment.render()}
      <div class="frame" @komet-payment-charged-back=${() => void this.refresh()}>
        ${this.#head()} ${exportFailure(this.#text, this.#export.state, this.#save)}
        ${this.panel === 'search' ? this.#search() : nothing}
        ${this.panel === 'columns' ? columnChooser(this.#text, this.columns, this.#choose) : nothing}
        ${totalsLine(this.#text, this.#totals.data)} ${this.#body()}
        <komet-ui-payment-details
          .payment=${this.shown}
          .locations=${this.#locations.data ?? []}
          .adjust=${this.#provider.can('refund') ? this.#adjust : undefined}
        ></komet-ui-payment-details>
      </div>`;
  }

  #head() {
    const { from, to } = this.filter;
    return historyHead(this.#text, {
      range: [from, to].map((day) => (day ? this.#text.date(day) : '…')).join(' – '),
      panel: this.panel,
      exporting: this.#export.state,
      toggle: (panel) => (this.panel = this.panel === panel ? 'none' : panel),
      save: this.#save,
      cancel: () => this.#export.cancel(),
    });
  }

  #search() {
    return searchPanel(
      this.#text,
      {
        filter: this.filter,
        today: this.#today(),
        locations: this.#locations.data ?? [],
        offersCustomer: !this.customerId && !this.#provider.session?.customerId,
      },
      {
        search: (filter) => (this.searched = filter),
        clear: () => void this.reset(),
      },
    );
  }

  #body() {
    const { status, rows, error } = this.#pages;
    const retry = () => void this.refresh();
    if (status === 'initial' || status === 'loading') return loadingPanel(this.#text, this.#patience.over);
    if (error && rows.length === 0) return blockedPanel(this.#text, 'failed', error.requestId ?? '', retry);
    if (rows.length === 0) return emptyPanel(this.#text, this.searched ? () => void this.reset() : undefined);
    const isStale = error !== undefined || !this.#online.value;
    return html`${isStale ? staleNotice(this.#text, this.#online.value, retry) : nothing} ${this.#list(rows)}`;
  }

  #list(rows: readonly Payment[]) {
    later(() => import('../chargeback-button/chargeback-button.js'));
    return html`<komet-ui-history-table
      .payments=${rows}
      .columns=${this.columns}
      .locations=${this.#locations.data ?? []}
      ?has-more=${this.#pages.hasMore}
      ?may-reverse=${!this.#provider.session?.customerId}
      @more=${() => void this.#pages.more()}
      @details=${(event: DetailsEvent) => void this.#showDetails(event.payment)}
    ></komet-ui-history-table>`;
  }

  #blocked(): { provider?: 'not-configured' | 'session-failed' | 'no-right'; right: string } {
    const { status, error } = this.#provider;
    if (status === 'not-configured') return { provider: 'not-configured', right: '' };
    if (status === 'failed') return { provider: 'session-failed', right: error?.requestId ?? '' };
    if (status === 'ready' && !this.#mayLook()) return { provider: 'no-right', right: 'pay:read' };
    return { right: '' };
  }

  #mayLook(): boolean {
    return this.#provider.can('pay', 'pay:read');
  }

  #today(): string {
    const place = this.#locations.data?.find(({ id }) => id === (this.locationId ?? this.#provider.locationId));
    return todayIn(place?.timeZone);
  }

  async #showDetails(payment: Payment) {
    later(() => import('./parts/details.js'));
    await customElements.whenDefined('komet-ui-payment-details');
    this.shown = payment;
    await this.updateComplete;
    await this.renderRoot.querySelector('komet-ui-payment-details')?.show();
  }

  readonly #save = (kind: ExportKind) => void this.#export.run(kind);

  readonly #choose = (columns: ReadonlySet<ColumnKey>) => keepColumns((this.columns = columns));

  readonly #adjust = ({ id, customerId, locationId }: Payment) =>
    this.dispatchEvent(new AdjustmentRequestedEvent({ paymentId: id, customerId, locationId }));
}

const defined = <T extends object>(members: T): Partial<T> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value)) as Partial<T>;

declare global {
  interface HTMLElementTagNameMap {
    'komet-payment-history': KometPaymentHistory;
  }
}
