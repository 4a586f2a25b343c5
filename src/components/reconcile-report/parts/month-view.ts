import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { ReconciliationDay } from '../../../contract/reconciliation.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { daysBefore } from '../../../domain/date-range.js';
import { reconcileReportTexts } from '../../../locales/reconcile-report/catalogue.js';
import { buttons } from '../../../styles/buttons.js';
import { host } from '../../../styles/host.js';
import { tokens } from '../../../styles/tokens.js';
import { daysOf, weekdays, weeksOf } from './month.js';
import { styles } from './month-view.styles.js';

/** How far the arrow keys go, in days. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

const LEGEND = ['closed', 'balanced', 'off', 'open'] as const;

/** A month at a glance: which days are closed, open or off, with their amounts, each one press away. */
@element('komet-ui-month-view')
export class KometUiMonthView extends LitElement {
  static override styles = [tokens, host, buttons, styles];

  /** The chosen day, `YYYY-MM-DD`; its month is shown. */
  @property() day = '';
  @property() today = '';
  @property({ attribute: false }) days: readonly ReconciliationDay[] = [];
  @property({ attribute: false }) choose!: (day: string) => void;

  #text = new Localize(this, reconcileReportTexts);
  #wanted: string | undefined;

  override updated() {
    if (this.#wanted !== this.day) return;
    this.#wanted = undefined;
    this.renderRoot.querySelector<HTMLElement>(`[data-day="${this.day}"]`)?.focus();
  }

  override render() {
    const { t } = this.#text;
    const month = this.#written({ month: 'long', year: 'numeric' }, this.day);
    return html`<table role="grid" aria-label=${t('month.caption', { month })} @keydown=${this.#onKeyDown}>
        <caption>
          ${month}
        </caption>
        <thead>
          <tr>
            ${weekdays().map((day) => html`<th scope="col">${this.#written({ weekday: 'short' }, day)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${weeksOf(this.day).map(
            (week) =>
              html`<tr>
                ${week.map((day) => this.#cell(day))}
              </tr>`,
          )}
        </tbody>
      </table>
      ${this.#legend()}`;
  }

  /** What the colours mean, with how many days of the month. */
  #legend() {
    const { t } = this.#text;
    const month = this.day.slice(0, 7);
    const count = (state: (typeof LEGEND)[number]) =>
      this.days.filter((one) => one.state === state && one.day.startsWith(month)).length;
    return html`<ul class="legend">
      ${LEGEND.map((state) => html`<li><span class="swatch ${state}"></span>${count(state)} ${t(`month.${state}`)}</li>`)}
    </ul>`;
  }

  #cell(day: string | undefined) {
    if (day === undefined) return html`<td></td>`;
    const isChosen = day === this.day;
    const facts = this.days.find((one) => one.day === day);
    const state = facts?.state ?? 'none';
    const amount = amountOf(facts);
    return html`<td aria-selected=${isChosen ? 'true' : 'false'}>
      <button
        type="button"
        class=${state}
        data-day=${day}
        tabindex=${isChosen ? 0 : -1}
        aria-disabled=${day > this.today ? 'true' : 'false'}
        @click=${() => this.#go(day)}
      >
        <span aria-hidden="true">${Number(day.slice(8))}</span>
        <small aria-hidden="true">${amount === undefined ? nothing : this.#text.decimal(amount)}</small>
        <span class="visually-hidden">${this.#name(day, state, amount)}</span>
      </button>
    </td>`;
  }

  #name(day: string, state: ReconciliationDay['state'], amount: number | undefined): string {
    const { t, date, money } = this.#text;
    const facts = { day: date(day), state: t(`month.${state}`) };
    return amount === undefined ? t('month.day', facts) : t('month.dayAmount', { ...facts, amount: money(amount) });
  }

  #written(format: Intl.DateTimeFormatOptions, day: string): string {
    return new Date(`${day}T00:00:00Z`).toLocaleDateString(this.#text.locale, { ...format, timeZone: 'UTC' });
  }

  #go(day: string) {
    if (day <= this.today) this.choose(day);
  }

  /** The arrows, Home and End move between days; Page Up and Page Down between months. */
  #onKeyDown(event: KeyboardEvent) {
    const to = this.#target(event.key);
    if (to === undefined) return;
    event.preventDefault();
    if (to > this.today) return;
    this.#wanted = to;
    this.choose(to);
  }

  #target(key: string): string | undefined {
    const step = STEPS[key];
    if (step !== undefined) return daysBefore(this.day, -step);
    const days = daysOf(this.day);
    const [first = this.day, last = this.day] = [days[0], days[days.length - 1]];
    return { Home: first, End: last, PageUp: daysBefore(first, 1), PageDown: daysBefore(last, -1) }[key];
  }
}

/** What a day is known by: its deposit once closed, how much it is off, else what Komet took. */
function amountOf(facts: ReconciliationDay | undefined): number | undefined {
  if (facts?.state === 'off') return facts.offCents;
  return facts?.state === 'none' ? undefined : (facts?.depositCents ?? facts?.kometCents);
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-month-view': KometUiMonthView;
  }
}
