import { html, nothing } from 'lit';
import type { Account } from './account.js';
import type { Text } from './text.js';

export interface HeadView {
  readonly account: Account;
  /** Undefined when the page or the session has fixed the customer. */
  readonly change: (() => void) | undefined;
  /** Undefined when the page has fixed the location. */
  readonly chooseLocation: ((locationId: string) => void) | undefined;
}

/** Who pays, where, on what terms, and how much is open. */
export function customerHead(text: Text, view: HeadView) {
  const { customer } = view.account;
  const place = [customer.city, customer.state].filter(Boolean).join(', ');
  return html`<div class="head">
    <div class="who">
      <h2>${customer.name}</h2>
      <p class="muted">
        ${[customer.code, place].filter(Boolean).join(' · ')}
        ${customer.active ? nothing : html`<span class="tag warning">${text.t('customer.inactive')}</span>`}
        ${
          view.change
            ? html`·
                <button type="button" class="link" @click=${view.change}>${text.t('receive.changeCustomer')}</button>`
            : nothing
        }
      </p>
    </div>
    <dl>
      ${fact(text.t('customer.terms'), customer.terms)}
      ${fact(text.t('customer.balance'), moneyOf(text, customer.openBalanceCents))}
      ${fact(text.t('customer.openCredit'), moneyOf(text, customer.openCreditCents))}
    </dl>
    ${locationField(text, view)}
  </div>`;
}

/** A payment belongs to one location, so only where there are several is there anything to choose. */
function locationField(text: Text, { account, chooseLocation }: HeadView) {
  const { locations, location } = account;
  if (locations.length < 2) return nothing;
  if (!chooseLocation) return html`<p class="muted">${location?.name}</p>`;
  return html`<div class="field">
    <label class="visually-hidden" for="location">${text.t('receive.location')}</label>
    <select id="location" @change=${(event: Event) => chooseLocation((event.target as HTMLSelectElement).value)}>
      ${location ? nothing : html`<option value="" selected disabled>${text.t('receive.location')}</option>`}
      ${locations.map(({ id, name }) => html`<option value=${id} .selected=${id === location?.id}>${name}</option>`)}
    </select>
  </div>`;
}

const moneyOf = (text: Text, cents: number | undefined) => (cents === undefined ? undefined : text.money(cents));

const fact = (label: string, value: string | undefined) =>
  value
    ? html`<div>
        <dt>${label}</dt>
        <dd>${value}</dd>
      </div>`
    : nothing;
