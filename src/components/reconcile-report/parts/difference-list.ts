import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Location } from '../../../contract/location.js';
import type { Difference, ReconciliationEntry } from '../../../contract/reconciliation.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { reconcileReportTexts } from '../../../locales/reconcile-report/catalogue.js';
import { widget } from '../../../styles/widget.js';
import { nameOf } from './entry-facts.js';
import { styles } from './difference-list.styles.js';
import './match-details.js';
import type { KometUiMatchDetails } from './match-details.js';

const STEP = 20;

/** What keeps the day from balancing, the largest first: the likely cause, the next step, and a note that explains it. */
@element('komet-ui-difference-list')
export class KometUiDifferenceList extends LitElement {
  static override styles = [...widget, styles];

  @property({ attribute: false }) differences: readonly Difference[] = [];
  @property({ attribute: false }) locations: readonly Location[] = [];
  /** Notes can be read and not written. */
  @property({ type: Boolean }) readonly = false;
  /** A note is being saved. */
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) explain!: (differenceIds: readonly string[], note: string) => void;
  /** Where several days were compared, a difference is noted on its own day. */
  @property({ attribute: false }) chooseDay: ((day: string) => void) | undefined;
  @state() private count = STEP;
  @state() private empty: string | undefined;
  @query('komet-ui-match-details') private details!: KometUiMatchDetails;

  #text = new Localize(this, reconcileReportTexts);

  override render() {
    const { t } = this.#text;
    const { differences } = this;
    return html`<h3>${t('differences.title', { count: differences.length })}</h3>
      <ol>
        ${repeat(
          differences.slice(0, this.count),
          ({ id }) => id,
          (difference) => this.#item(difference),
        )}
      </ol>
      ${
        differences.length > this.count
          ? html`<button type="button" @click=${() => (this.count += STEP)}>${t('differences.more')}</button>`
          : nothing
      }
      <komet-ui-match-details .locations=${this.locations}></komet-ui-match-details>`;
  }

  #item(difference: Difference) {
    const { t, money } = this.#text;
    const { kind, cause, cents, note } = difference;
    return html`<li class=${note ? 'noted' : ''}>
      <div class="line between">
        <strong>${t(`kindOf.${kind}`)}</strong>
        <span class="amount">${money(cents)}</span>
      </div>
      <div class="sides">
        ${this.#side(t('groups.komet'), difference.komet, difference)}
        ${this.#side(t('groups.processor'), difference.processor, difference)}
      </div>
      <dl>
        <div>
          <dt>${t('difference.likely')}</dt>
          <dd>${t(`cause.${cause}`)}</dd>
        </div>
        <div>
          <dt>${t('difference.next')}</dt>
          <dd>${t(`next.${cause}`)}</dd>
        </div>
      </dl>
      ${this.#note(difference)}
    </li>`;
  }

  #side(side: string, entries: readonly ReconciliationEntry[], { komet, processor }: Difference) {
    const { t, money } = this.#text;
    const [entry] = entries;
    const open = () => void this.details.show({ komet: komet[0], processor: processor[0] });
    return html`<p>
      <span class="muted">${side}</span>
      ${
        entry
          ? html`<button
                type="button"
                class="link"
                aria-label=${t('groups.open', { name: nameOf(entry) })}
                @click=${open}
              >
                ${nameOf(entry)}</button
              >, ${t(`one.${entry.kind}`)}, ${t(`state.${entry.state}`)}, ${money(entry.amountCents)}`
          : t('groups.missing')
      }
    </p>`;
  }

  #note(difference: Difference) {
    const { t, date } = this.#text;
    const { chooseDay } = this;
    if (chooseDay) {
      const day = (difference.komet[0] ?? difference.processor[0])?.day ?? '';
      return html`<p>
        <button type="button" class="link" @click=${() => chooseDay(day)}>
          ${t('range.open', { day: date(day) })}
        </button>
      </p>`;
    }
    const { note } = difference;
    const said = note ? t('difference.noted', { name: note.by.name, at: date(note.at) }) : t('difference.noteNeeded');
    if (this.readonly) return html`<p>${note?.text} <small class="muted">${said}</small></p>`;
    return this.#form(difference, said);
  }

  #form(difference: Difference, said: string) {
    const { t } = this.#text;
    const { id, note } = difference;
    const isEmpty = this.empty === id;
    const alike = this.#alike(difference);
    return html`<form @submit=${(event: SubmitEvent) => this.#onSave(event, difference)}>
      <textarea
        rows="1"
        maxlength="500"
        aria-label=${t('difference.noteOf', { name: shortName(difference) })}
        aria-invalid=${isEmpty ? 'true' : 'false'}
        aria-describedby="hint-${id}"
        placeholder=${t('difference.note')}
        .value=${note?.text ?? ''}
      ></textarea>
      <span class="acts">
        <button type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>${t('difference.save')}</button>
        ${
          alike.length > 1
            ? html`<button type="submit" value="alike" aria-disabled=${this.busy ? 'true' : 'false'}>
                ${t('difference.saveAll', { count: alike.length })}
              </button>`
            : nothing
        }
      </span>
      <small id="hint-${id}" class=${isEmpty ? 'fault' : 'hint'}>${isEmpty ? t('difference.wrongNote') : said}</small>
    </form>`;
  }

  /** Those without a note that have the same cause; none where this one has its note. */
  #alike({ cause, note }: Difference): readonly Difference[] {
    return note ? [] : this.differences.filter((one) => one.cause === cause && !one.note);
  }

  #onSave(event: SubmitEvent, difference: Difference) {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).querySelector('textarea');
    const typed = field?.value.trim() ?? '';
    const { id, note } = difference;
    this.empty = typed || note ? undefined : id;
    if (this.empty) field?.focus();
    else if (!this.busy && typed !== note?.text) this.explain(this.#meant(event.submitter, difference), typed);
  }

  /** One difference, or all of its cause. */
  #meant(submitter: HTMLElement | null, difference: Difference): readonly string[] {
    const isForAll = submitter instanceof HTMLButtonElement && submitter.value === 'alike';
    return (isForAll ? this.#alike(difference) : [difference]).map(({ id }) => id);
  }
}

function shortName({ id, komet, processor }: Difference): string {
  const entry = komet[0] ?? processor[0];
  return entry ? nameOf(entry) : id;
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-difference-list': KometUiDifferenceList;
  }
}
