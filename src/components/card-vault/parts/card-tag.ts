import { html, nothing } from 'lit';
import type { StoredCard } from '../../../contract/card.js';
import { expiryState, shownExpiry } from '../../ui/card-picker/card-expiry.js';
import type { Text } from './text.js';

const TAGS = {
  valid: ['', 'vault.expires'],
  soon: ['tag warning', 'vault.expiresSoon'],
  expired: ['tag danger', 'vault.expired'],
} as const;

/** Until when a card is good, with a warning where that is near or over. */
export function expiryTag(text: Text, { expiry }: StoredCard, today: string) {
  if (!expiry) return nothing;
  const [look, key] = TAGS[expiryState(expiry, today)];
  return html`<span class=${look || 'muted'}>${text.t(key, { expiry: shownExpiry(expiry) })}</span>`;
}
