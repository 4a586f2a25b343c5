import { KometEvent } from './komet-event.js';

export interface CardSavedDetail {
  readonly cardId: string;
  readonly customerId: string;
  readonly locationId: string;
}

/** A card was put into the vault. */
export class CardSavedEvent extends KometEvent<CardSavedDetail> {
  constructor(detail: CardSavedDetail) {
    super('komet-card-saved', detail);
  }
}

/** A stored card was described anew, or made the primary one. */
export class CardChangedEvent extends KometEvent<CardSavedDetail> {
  constructor(detail: CardSavedDetail) {
    super('komet-card-changed', detail);
  }
}

/** A stored card was deleted. */
export class CardDeletedEvent extends KometEvent<CardSavedDetail> {
  constructor(detail: CardSavedDetail) {
    super('komet-card-deleted', detail);
  }
}
