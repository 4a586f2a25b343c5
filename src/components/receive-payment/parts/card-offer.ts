import type { StoredCard } from '../../../contract/card.js';

/** Picks the card that the page offers, once: after that the choice is the clerk's. */
export class CardOffer {
  #offered = '';

  make(
    desk: { readonly pickCard: (position: number) => void } | null,
    cards: readonly StoredCard[] | undefined,
    cardId: string,
  ): void {
    if (!desk || !cards || this.#offered === cardId) return;
    this.#offered = cardId;
    const position = cards.findIndex((card) => card.id === cardId) + 1;
    if (position > 0) desk.pickCard(position);
  }
}
