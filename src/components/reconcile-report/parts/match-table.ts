import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Location } from '../../../contract/location.js';
import type { ReconciliationGroup } from '../../../contract/reconciliation.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { reconcileReportTexts } from '../../../locales/reconcile-report/catalogue.js';
import { buttons } from '../../../styles/buttons.js';
import { fields } from '../../../styles/fields.js';
import { gridTable } from '../../../styles/grid-table.js';
import { host } from '../../../styles/host.js';
import { notices } from '../../../styles/notices.js';
import { tokens } from '../../../styles/tokens.js';
import { rowSpacer } from '../../ui/row-spacer.js';
import { RowWindow } from '../../ui/row-window.js';
import { isDifference, matching } from './match-filter.js';
import './match-details.js';
import type { KometUiMatchDetails } from './match-details.js';
import { matchRow } from './match-row.js';
import { styles } from './match-table.styles.js';

/** Both reports side by side, one match a row: search, differences only, details of each. */
@element('komet-ui-match-table')
export class KometUiMatchTable extends LitElement {
  static override styles = [tokens, host, buttons, fields, notices, gridTable, styles];

  @property({ attribute: false }) groups: readonly ReconciliationGroup[] = [];
  @property({ attribute: false }) locations: readonly Location[] = [];
  /** Whether to begin with the differences alone. */
  @property({ type: Boolean, attribute: 'differences-only' }) differencesOnly = false;
  @state() private search = '';
  @query('.scroller') private scroller!: HTMLElement | null;
  @query('komet-ui-match-details') private details!: KometUiMatchDetails;

  #text = new Localize(this, reconcileReportTexts);
  #window = new RowWindow(this, () => this.scroller);
  #shown: readonly ReconciliationGroup[] = [];
  #shownFor: readonly unknown[] = [];

  /** What search and filter leave, as an export takes it. */
  get shown(): readonly ReconciliationGroup[] {
    const question = [this.groups, this.search, this.differencesOnly];
    if (question.some((part, index) => part !== this.#shownFor[index])) {
      this.#shown = matching(this.groups, this.search, this.differencesOnly);
      this.#shownFor = question;
    }
    return this.#shown;
  }

  override render() {
    const { shown } = this;
    const span = this.#window.spanOf(shown.length);
    return html`${this.#toolbar()}
      <div class="scroller" tabindex="-1" @scroll=${this.#window.onScroll} @keydown=${this.#onKeyDown}>
        <table aria-rowcount=${shown.length + 1}>
          <caption class="visually-hidden">
            ${this.#text.t('groups.caption')}
          </caption>
          ${this.#head()}
          <tbody>
            ${rowSpacer(span.beforePx)}
            ${repeat(
              shown.slice(span.start, span.end),
              (match) => match.index,
              (match, at) => matchRow(this.#text, match, span.start + at, () => void this.details.show(match)),
            )}
            ${rowSpacer(span.afterPx)}
          </tbody>
        </table>
        ${shown.length === 0 ? this.#none() : nothing}
      </div>
      <komet-ui-match-details .locations=${this.locations}></komet-ui-match-details>`;
  }

  #toolbar() {
    const { t } = this.#text;
    const hasDifferences = this.groups.some(({ group }) => isDifference(group));
    return html`<div class="toolbar">
      <h3>
        ${t('groups.title')} <span class="count" role="status">${t('groups.count', { count: this.shown.length })}</span>
      </h3>
      ${
        hasDifferences || this.differencesOnly
          ? html`<label class="check"
              ><input
                type="checkbox"
                .checked=${this.differencesOnly}
                @change=${this.#onOnly}
              />${t('groups.only')}</label
            >`
          : nothing
      }
      <input
        id="search"
        type="search"
        autocomplete="off"
        placeholder=${t('groups.search')}
        aria-label=${t('groups.search')}
        .value=${this.search}
        @input=${this.#onSearch}
      />
      <slot></slot>
    </div>`;
  }

  #head() {
    const { t } = this.#text;
    return html`<thead>
      <tr aria-rowindex="1">
        <th scope="col" class="side">${t('groups.komet')}</th>
        <th scope="col" class="amount sum">${t('groups.amount')}</th>
        <th scope="col" class="match">${t('groups.match')}</th>
        <th scope="col" class="side">${t('groups.processor')}</th>
        <th scope="col" class="amount sum">${t('groups.amount')}</th>
      </tr>
    </thead>`;
  }

  #none() {
    const { t } = this.#text;
    const { search } = this;
    return html`<p class="none">${search ? t('groups.noMatch', { search }) : t('groups.none')}</p>`;
  }

  #onSearch(event: InputEvent) {
    this.search = (event.target as HTMLInputElement).value;
    this.#toTop();
  }

  #onOnly(event: Event) {
    this.differencesOnly = (event.target as HTMLInputElement).checked;
    this.#toTop();
  }

  #toTop() {
    if (this.scroller) this.scroller.scrollTop = 0;
  }

  /** The arrows, Home and End move between rows, as in a sheet. */
  async #onKeyDown(event: KeyboardEvent) {
    const row = (event.target as HTMLElement).closest('tr');
    if (!row) return;
    const at = Number(row.ariaRowIndex) - 2;
    const last = this.shown.length - 1;
    const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this.#window.reveal(to);
    await this.updateComplete;
    const next = this.renderRoot.querySelector(`tr[aria-rowindex="${to + 2}"]`);
    next?.querySelector<HTMLElement>('[data-field]')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-match-table': KometUiMatchTable;
  }
}
