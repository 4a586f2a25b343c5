import { html, nothing } from 'lit';
import type { Brand, StoredCard } from '../../../contract/card.js';
import { expiryState, shownExpiry } from './card-expiry.js';
import type { Text } from './text.js';

/** How brands are written, which no language changes. */
export const BRAND_NAMES: Readonly<Record<Brand, string>> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  amex: 'American Express',
  discover: 'Discover',
  other: '',
};

const MARKS: Readonly<Record<Brand, string>> = {
  visa: 'VISA',
  mastercard: 'MC',
  amex: 'AMEX',
  discover: 'DISC',
  other: '••••',
};

export interface StoredCardView {
  readonly card: StoredCard;
  readonly today: string;
  readonly checked: boolean;
  readonly declined: boolean;
  /** The digit that picks it together with Alt. */
  readonly shortcut: number | undefined;
  readonly pick: () => void;
}

export function storedCardOption(text: Text, view: StoredCardView) {
  const { card, shortcut } = view;
  return html`<label class="option" title=${shortcut ? `Alt+${shortcut}` : ''}>
    <input
      type="radio"
      name="card"
      value=${card.id}
      aria-keyshortcuts=${shortcut ? `Alt+${shortcut}` : nothing}
      .checked=${view.checked}
      @change=${view.pick}
    />
    ${brandMark(card.brand)}
    <span class="what">
      <span>
        <span class="visually-hidden">${BRAND_NAMES[card.brand]}</span>
        •••• ${card.last4} ${card.primary ? html`<span class="muted">· ${text.t('card.primary')}</span>` : nothing}
      </span>
      <small class="muted">${card.description}</small>
    </span>
    ${note(text, view)}
  </label>`;
}

/** The brand as a small mark of letters; decorative, its name stands beside it for those who don't see it. */
export const brandMark = (brand: Brand) => html`<span class="mark ${brand}" aria-hidden="true">${MARKS[brand]}</span>`;

function note(text: Text, { card, today, declined }: StoredCardView) {
  if (declined) return html`<span class="tag danger">${text.t('card.declined')}</span>`;
  if (!card.expiry) return nothing;
  const state = expiryState(card.expiry, today);
  const shown = shownExpiry(card.expiry);
  if (state === 'expired') return html`<span class="tag danger">${text.t('card.expired', { expiry: shown })}</span>`;
  if (state === 'soon') return html`<span class="tag warning">${text.t('card.expires', { expiry: shown })}</span>`;
  return html`<span class="muted expiry">${shown}</span>`;
}
