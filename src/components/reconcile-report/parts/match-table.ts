import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Location } from '../../../contract/location.js';
import type { ReconciledBatch } from '../../../contract/reconciliation.js';
import { describeError } from '../../../controllers/describe-error.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { coreTexts } from '../../../locales/core/catalogue.js';
import { reconcileReportTexts } from '../../../locales/reconcile-report/catalogue.js';
import { buttons } from '../../../styles/buttons.js';
import { fields } from '../../../styles/fields.js';
import { gridTable } from '../../../styles/grid-table.js';
import { host } from '../../../styles/host.js';
import { loading } from '../../../styles/loading.js';
import { notices } from '../../../styles/notices.js';
import { tokens } from '../../../styles/tokens.js';
import { rowSpacer } from '../../ui/row-spacer.js';
import { RowWindow } from '../../ui/row-window.js';
import { batchSums } from './batch-choice.js';
import { GroupPages, type GroupFilter, type ReadGroups } from './group-pages.js';
import './match-details.js';
import type { KometUiMatchDetails } from './match-details.js';
import { matchHead, matchRow, rowToCome } from './match-row.js';
import { styles } from './match-table.styles.js';
import { matchToolbar } from './match-toolbar.js';

/** Keys are gathered for so long before the proxy searches. */
const TYPING_MS = 250;
/** So many rows stand there before any is read: as many as are in sight. */
const TO_COME = 10;

/** Both reports side by side, one match a row: search, differences only, one batch, details of each. Rows are read where they are looked at. */
@element('komet-ui-match-table')
export class KometUiMatchTable extends LitElement {
  static override styles = [tokens, host, buttons, fields, notices, loading, gridTable, styles];

  @property({ attribute: false }) read!: ReadGroups;
  @property({ attribute: false }) batches: readonly ReconciledBatch[] = [];
  @property({ attribute: false }) locations: readonly Location[] = [];
  /** How many lines the comparison has, so that the table is as long before they are read. */
  @property({ type: Number }) count = 0;
  /** Whether there are differences, which the table begins with alone. */
  @property({ type: Boolean, attribute: 'has-differences' }) hasDifferences = false;
  @state() private search = '';
  @state() private typed = '';
  @state() private differencesOnly = false;
  @state() private batch: ReconciledBatch | undefined;
  @query('.scroller') private scroller!: HTMLElement | null;
  @query('komet-ui-match-details') private details!: KometUiMatchDetails;

  #text = new Localize(this, reconcileReportTexts);
  #core = new Localize(this, coreTexts);
  #window = new RowWindow(this, () => this.scroller);
  #pages = new GroupPages(this, () => [this.read, this.filter] as const);
  #typing: ReturnType<typeof setTimeout> | undefined;
  /** The row that the keyboard is on its way to, until it has been read. */
  #goal: number | undefined;

  /** What search, batch and filter leave, as an export takes it. */
  get filter(): GroupFilter {
    const { batch, search, differencesOnly } = this;
    return {
      ...(differencesOnly && { only: 'differences' as const }),
      ...(search && { search }),
      ...(batch && { batchId: batch.batchId ?? '' }),
      ...(batch?.terminalId !== undefined && { terminalId: batch.terminalId }),
    };
  }

  /** Lists the lines of one batch alone and comes into sight with them. */
  async showBatch(batchId: string, terminalId: string | undefined): Promise<void> {
    this.batch = this.batches.find((one) => one.batchId === batchId && one.terminalId === terminalId);
    await this.updateComplete;
    this.scrollIntoView({ block: 'start' });
    this.renderRoot.querySelector<HTMLElement>('#batch')?.focus({ preventScroll: true });
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('read')) {
      [this.search, this.typed, this.batch] = ['', '', undefined];
      this.differencesOnly = this.hasDifferences;
    }
  }

  override render() {
    const { locations } = this;
    return html`${this.#toolbar()} ${batchSums(this.#text, this.batch)}
      <div
        class="scroller"
        tabindex="-1"
        aria-busy=${this.#pages.isNarrowing ? 'true' : 'false'}
        @scroll=${this.#window.onScroll}
        @keydown=${this.#onKeyDown}
      >
        ${this.#table()} ${this.#pages.total === 0 ? this.#none() : nothing} ${this.#failure()}
      </div>
      <komet-ui-match-details .locations=${locations}></komet-ui-match-details>`;
  }

  override updated() {
    const { start, end } = this.#window.span;
    this.#pages.show(start, end);
    if (this.#goal === undefined) return;
    const row = this.renderRoot.querySelector(`tr[aria-rowindex="${this.#goal + 2}"]`);
    const opens = row?.querySelector<HTMLElement>('[data-field]');
    if (!opens) return;
    this.#goal = undefined;
    opens.focus();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  #toolbar() {
    const { total } = this.#pages;
    const { batches, batch, typed, hasDifferences } = this;
    const differencesOnly = hasDifferences ? this.differencesOnly : undefined;
    return matchToolbar(this.#text, { total, search: typed, differencesOnly, batches, batch }, this.#acts);
  }

  #table() {
    const { error, total = error ? 0 : Math.min(this.count, TO_COME) } = this.#pages;
    const { start, end, beforePx, afterPx } = this.#window.spanOf(total);
    const places = Array.from({ length: end - start }, (_, at) => start + at);
    return html`<table aria-rowcount=${total + 1}>
      <caption class="visually-hidden">
        ${this.#text.t('groups.caption')}
      </caption>
      ${matchHead(this.#text)}
      <tbody>
        ${rowSpacer(beforePx)}
        ${repeat(
          places,
          (place) => place,
          (place) => this.#row(place),
        )}
        ${rowSpacer(afterPx)}
      </tbody>
    </table>`;
  }

  #row(place: number) {
    const match = this.#pages.at(place);
    return match ? matchRow(this.#text, match, place, () => void this.details.show(match)) : rowToCome(place);
  }

  #none() {
    const { t } = this.#text;
    const { search } = this;
    return html`<p class="none">${search ? t('groups.noMatch', { search }) : t('groups.none')}</p>`;
  }

  #failure() {
    const { error } = this.#pages;
    if (!error) return nothing;
    return html`<p class="notice danger" role="alert">
      <span class="text">${describeError(this.#core, error)}</span>
      <button type="button" @click=${() => this.#pages.retry()}>${this.#text.t('blocked.retry')}</button>
    </p>`;
  }

  readonly #acts = {
    search: (typed: string) => {
      this.typed = typed;
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => this.#narrow(() => (this.search = typed.trim())), TYPING_MS);
    },
    only: (differences: boolean) => this.#narrow(() => (this.differencesOnly = differences)),
    batch: (batch: ReconciledBatch | undefined) => this.#narrow(() => (this.batch = batch)),
  };

  #narrow(change: () => void) {
    change();
    if (this.scroller) this.scroller.scrollTop = 0;
  }

  /** The arrows, Page Up and Down, Home and End move between rows, as in a sheet. */
  #onKeyDown(event: KeyboardEvent) {
    const row = (event.target as HTMLElement).closest('tr');
    if (!row) return;
    const at = Number(row.ariaRowIndex) - 2;
    const last = (this.#pages.total ?? 1) - 1;
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -last,
      End: last,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.#goal = Math.min(Math.max(at + step, 0), last);
    this.#window.reveal(this.#goal);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-match-table': KometUiMatchTable;
  }
}
