import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Location } from '../../../contract/location.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { daysBefore } from '../../../domain/date-range.js';
import { reconcileReportTexts } from '../../../locales/reconcile-report/catalogue.js';
import { buttons } from '../../../styles/buttons.js';
import { fields } from '../../../styles/fields.js';
import { host } from '../../../styles/host.js';
import { tokens } from '../../../styles/tokens.js';
import { styles } from './day-picker.styles.js';
import { isComparable, type Span } from './span.js';

export interface DayChoice {
  readonly locations: readonly Location[];
  readonly location: Location | undefined;
  /** The page named the location, so that nobody chooses another. */
  readonly isFixed: boolean;
  readonly day: string;
  /** The last day, where there are several. */
  readonly to: string | undefined;
  readonly today: string;
  readonly month: boolean;
}

export interface DayActs {
  readonly chooseLocation: (locationId: string) => void;
  readonly chooseDays: (span: Span) => void;
  readonly toggleMonth: () => void;
}

/** Which location, which day or days, and the way to its month. */
@element('komet-ui-day-picker')
export class KometUiDayPicker extends LitElement {
  static override styles = [tokens, host, buttons, fields, styles];

  @property({ attribute: false }) choice!: DayChoice;
  @property({ attribute: false }) acts!: DayActs;
  /** Whether the clerk chooses several days, though they may not be compared yet. */
  @state() private several = false;
  @state() private wrong = false;
  @query('#from') private from!: HTMLInputElement;
  @query('#to') private to!: HTMLInputElement;

  #text = new Localize(this, reconcileReportTexts);

  override focus() {
    this.renderRoot.querySelector<HTMLElement>('select, input')?.focus();
  }

  async focusDay(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#day')?.focus();
  }

  override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('choice');
    const { day, to } = this.choice;
    if (!changed.has('choice') || (before?.day === day && before.to === to)) return;
    this.several = to !== undefined;
    this.wrong = false;
  }

  override render() {
    const { t } = this.#text;
    const { location, month } = this.choice;
    return html`<h2>${t('title')}</h2>
      <div class="line">
        ${this.#locationField()}
        ${
          location
            ? html`${this.several ? this.#severalDays() : this.#oneDay()}
                <button
                  type="button"
                  class="quiet"
                  aria-pressed=${this.several ? 'true' : 'false'}
                  @click=${this.#onSeveral}
                >
                  ${t('range.act')}
                </button>
                <button
                  type="button"
                  class="quiet"
                  aria-expanded=${month ? 'true' : 'false'}
                  @click=${this.acts.toggleMonth}
                >
                  ${t('month.act')}
                </button>`
            : nothing
        }
      </div>
      ${this.wrong ? html`<p id="range-fault" class="fault" role="alert">${t('range.wrong')}</p>` : nothing}`;
  }

  #locationField() {
    const { t } = this.#text;
    const { locations, location, isFixed } = this.choice;
    if (isFixed || locations.length === 1) return html`<strong>${location?.name}</strong>`;
    const choose = (event: Event) => this.acts.chooseLocation((event.target as HTMLSelectElement).value);
    return html`<select aria-label=${t('location')} @change=${choose}>
      ${location ? nothing : html`<option value="" selected>${t('location.choose')}</option>`}
      ${locations.map(({ id, name }) => html`<option value=${id} ?selected=${id === location?.id}>${name}</option>`)}
    </select>`;
  }

  #oneDay() {
    const { t } = this.#text;
    const { day, today } = this.choice;
    const choose = (chosen: string) => (chosen && chosen <= today ? this.acts.chooseDays({ day: chosen }) : undefined);
    const pick = (event: Event) => choose((event.target as HTMLInputElement).value);
    const step = (days: number) => choose(daysBefore(day, -days));
    return html`<button type="button" class="quiet" aria-label=${t('day.before')} @click=${() => step(-1)}>‹</button>
      <input id="day" type="date" aria-label=${t('day')} max=${today} .value=${day} @change=${pick} />
      <button
        type="button"
        class="quiet"
        aria-label=${t('day.after')}
        aria-disabled=${day >= today ? 'true' : 'false'}
        @click=${() => step(1)}
      >
        ›
      </button>`;
  }

  #severalDays() {
    const { t } = this.#text;
    const { day, to, today } = this.choice;
    const [from, last] = to === undefined ? [daysBefore(day, 6), day] : [day, to];
    const field = (id: string, label: string, value: string) =>
      html`<input
        id=${id}
        type="date"
        aria-label=${label}
        aria-invalid=${this.wrong ? 'true' : 'false'}
        aria-describedby="range-fault"
        max=${today}
        .value=${value}
      />`;
    return html`<form class="line" @submit=${this.#onCompare}>
      ${field('from', t('range.from'), from)} – ${field('to', t('range.to'), last)}
      <button type="submit">${t('range.compare')}</button>
    </form>`;
  }

  #onSeveral() {
    const { to } = this.choice;
    if (this.several && to !== undefined) this.acts.chooseDays({ day: to });
    this.several = !this.several;
    this.wrong = false;
  }

  #onCompare(event: SubmitEvent) {
    event.preventDefault();
    const [from, to] = [this.from.value, this.to.value];
    const isOne = from !== '' && from === to;
    this.wrong = !isOne && !isComparable(from, to, this.choice.today);
    if (this.wrong) this.from.focus();
    else this.acts.chooseDays(isOne ? { day: from } : { day: from, to });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-day-picker': KometUiDayPicker;
  }
}
