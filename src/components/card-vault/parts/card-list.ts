import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { StoredCard } from '../../../contract/card.js';
import { todayIn } from '../../ui/today.js';
import { manageStop, type ManageConditions } from './manage-stop.js';
import type { Text } from './text.js';
import './vault-card.js';
import type { Vault } from './vault.js';

export interface CardListView {
  readonly vault: Vault;
  readonly conditions: ManageConditions;
  readonly refresh: () => void;
}

/** The cards of this location, then those of others, which can't be used here. */
export function cardList(text: Text, { vault, conditions, refresh }: CardListView) {
  const { cards, location } = vault;
  if (cards.length === 0)
    return html`<div class="empty">
      <p>${text.t('vault.empty')}</p>
      <p class="muted">${text.t('vault.emptyHint')}</p>
    </div>`;
  const stops = {
    change: manageStop(text, conditions, 'card:save'),
    remove: manageStop(text, conditions, 'card:delete'),
  };
  return html`<ul class="cards" @komet-card-changed=${refresh} @komet-card-deleted=${refresh}>
    ${repeat(
      cards,
      ({ id }) => id,
      (card) =>
        html`<li>
          <komet-ui-vault-card
            .card=${card}
            .stops=${stops}
            .elsewhere=${elsewhere(text, vault, card)}
            today=${todayIn(location?.timeZone)}
          ></komet-ui-vault-card>
        </li>`,
    )}
  </ul>`;
}

function elsewhere(text: Text, { locations, location }: Vault, card: StoredCard): string | undefined {
  if (!location || card.locationId === location.id) return undefined;
  const theirs = locations.find(({ id }) => id === card.locationId);
  return text.t('vault.elsewhere', { location: theirs?.name ?? card.locationId, here: location.name });
}
