import { html, nothing } from 'lit';
import type { Location } from '../../../contract/location.js';
import { daysBefore } from '../../../domain/date-range.js';
import type { Text } from './text.js';

export interface DayChoice {
  readonly locations: readonly Location[];
  readonly location: Location | undefined;
  /** The page named the location, so that nobody chooses another. */
  readonly isFixed: boolean;
  readonly day: string;
  readonly today: string;
  readonly month: boolean;
}

export interface DayActs {
  readonly chooseLocation: (locationId: string) => void;
  readonly chooseDay: (day: string) => void;
  readonly toggleMonth: () => void;
}

/** Which location and day, and the way to its month. */
export function dayPicker(text: Text, choice: DayChoice, acts: DayActs) {
  const { t } = text;
  const { location, day, today, month } = choice;
  const pick = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    if (value && value <= today) acts.chooseDay(value);
  };
  const step = (days: number) => daysBefore(day, -days);
  return html`<header>
    <h2>${t('title')}</h2>
    <div class="line">
      ${locationField(text, choice, acts)}
      ${
        location
          ? html`<button
                type="button"
                class="quiet"
                aria-label=${t('day.before')}
                @click=${() => acts.chooseDay(step(-1))}
              >
                ‹
              </button>
              <input id="day" type="date" aria-label=${t('day')} max=${today} .value=${day} @change=${pick} />
              <button
                type="button"
                class="quiet"
                aria-label=${t('day.after')}
                aria-disabled=${day >= today ? 'true' : 'false'}
                @click=${() => (day < today ? acts.chooseDay(step(1)) : undefined)}
              >
                ›
              </button>
              <button type="button" class="quiet" aria-expanded=${month ? 'true' : 'false'} @click=${acts.toggleMonth}>
                ${t('month.act')}
              </button>`
          : nothing
      }
    </div>
  </header>`;
}

function locationField({ t }: Text, { locations, location, isFixed }: DayChoice, acts: DayActs) {
  if (isFixed || locations.length === 1) return html`<strong>${location?.name}</strong>`;
  const choose = (event: Event) => acts.chooseLocation((event.target as HTMLSelectElement).value);
  return html`<select aria-label=${t('location')} @change=${choose}>
    ${location ? nothing : html`<option value="" selected>${t('location.choose')}</option>`}
    ${locations.map(({ id, name }) => html`<option value=${id} ?selected=${id === location?.id}>${name}</option>`)}
  </select>`;
}
