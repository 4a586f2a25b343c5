import { html, nothing } from 'lit';
import type { Location } from '../../../contract/location.js';
import { METHODS, PAYMENT_STATUSES } from '../../../contract/payment.js';
import { RANGE_PRESETS, presetOf, rangeOf, type RangePreset } from '../../../domain/date-range.js';
import type { PaymentFilter } from '../../../services/payment-history.js';
import type { Text } from './text.js';

export interface SearchView {
  readonly filter: PaymentFilter;
  readonly today: string;
  readonly locations: readonly Location[];
  /** Left out where the page has fixed the customer. */
  readonly offersCustomer: boolean;
}

export interface SearchActs {
  readonly search: (filter: PaymentFilter) => void;
  readonly clear: () => void;
}

const CONCEPTS = ['payment', 'charge-back', 'refund'] as const;
const TYPED = ['controlNumber', 'invoice', 'reference', 'last4'] as const;

/** What the `Search` button opens: every filter of the history, applied together. */
export function searchPanel(text: Text, view: SearchView, acts: SearchActs) {
  const { filter, offersCustomer } = view;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    acts.search(filterOf(event.target as HTMLFormElement));
  };
  return html`<form id="search" class="search" @submit=${onSubmit}>
    ${period(text, view)} ${day(text, 'from', filter.from)} ${day(text, 'to', filter.to)}
    ${offersCustomer ? typed(text, 'customer', filter.customer) : nothing}
    ${TYPED.map((name) => typed(text, name, filter[name]))} ${choices(text, view)}
    <div class="acts">
      <button type="submit" class="primary">${text.t('history.search')}</button>
      <button type="button" class="quiet" @click=${acts.clear}>${text.t('history.clear')}</button>
    </div>
  </form>`;
}

function period(text: Text, { filter, today }: SearchView) {
  const chosen = presetOf(filter, today);
  const onChange = (event: Event) => setRange(event.target as HTMLSelectElement, today);
  return html`<div class="field">
    <label for="period">${text.t('search.period')}</label>
    <select id="period" @change=${onChange}>
      ${RANGE_PRESETS.map(
        (preset) => html`<option value=${preset} ?selected=${preset === chosen}>${text.t(`period.${preset}`)}</option>`,
      )}
      <option value="" ?selected=${!chosen}>${text.t('search.custom')}</option>
    </select>
  </div>`;
}

const day = (text: Text, name: 'from' | 'to', value = '') =>
  html`<div class="field">
    <label for=${name}>${text.t(`search.${name}`)}</label>
    <input id=${name} name=${name} type="date" .value=${value} />
  </div>`;

function choices(text: Text, { filter, locations }: SearchView) {
  const { t } = text;
  const places = locations.map(({ id, name }) => [id, name] as const);
  return html`${choice(
    text,
    'method',
    filter.method,
    METHODS.map((one) => [one, t(`method.${one}`)]),
  )}
  ${choice(
    text,
    'concept',
    filter.concept,
    CONCEPTS.map((one) => [one, t(`concept.${one}`)]),
  )}
  ${choice(
    text,
    'status',
    filter.status,
    PAYMENT_STATUSES.map((one) => [one, t(`status.${one}`)]),
  )}
  ${places.length > 1 ? choice(text, 'locationId', filter.locationId, places) : nothing}`;
}

function typed(text: Text, name: 'customer' | (typeof TYPED)[number], value = '') {
  const digits = name === 'controlNumber' || name === 'last4';
  return html`<div class="field">
    <label for=${name}>${text.t(`search.${name}`)}</label>
    <input
      id=${name}
      name=${name}
      autocomplete="off"
      inputmode=${digits ? 'numeric' : 'text'}
      pattern=${name === 'last4' ? '\\d{4}' : digits ? '[1-9]\\d{0,9}' : '.*'}
      maxlength=${name === 'last4' ? 4 : 50}
      .value=${value}
    />
  </div>`;
}

function choice(
  text: Text,
  name: 'method' | 'concept' | 'status' | 'locationId',
  value: string | undefined,
  options: readonly (readonly [string, string])[],
) {
  const label = text.t(`search.${name === 'locationId' ? 'location' : name}`);
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <select id=${name} name=${name}>
      <option value="">${text.t('search.any')}</option>
      ${options.map(([key, shown]) => html`<option value=${key} ?selected=${key === value}>${shown}</option>`)}
    </select>
  </div>`;
}

/** What the form says, without what was left empty. */
function filterOf(form: HTMLFormElement): PaymentFilter {
  const entries = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()] as const] : [],
  );
  return Object.fromEntries(entries);
}

function setRange(select: HTMLSelectElement, today: string): void {
  if (select.value === '') return;
  const range = rangeOf(select.value as RangePreset, today);
  for (const name of ['from', 'to'] as const) {
    const input = select.form?.elements.namedItem(name) as HTMLInputElement | null;
    if (input) input.value = range[name];
  }
}
