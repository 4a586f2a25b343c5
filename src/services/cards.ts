import type * as z from 'zod/mini';
import type { CardCreation, cardChange, cardFrameRequest, CardFrameTicket, StoredCard } from '../contract/card.js';
import * as routes from '../contract/routes.js';
import type { CallOptions, PayClient, WriteOptions } from './call.js';

export const listCards =
  (client: PayClient) =>
  async (customerId: string, locationId?: string, { signal }: CallOptions = {}): Promise<StoredCard[]> =>
    (await client.call(routes.listCards, { params: { customerId }, query: { locationId }, signal })).cards;

export const storeCard =
  (client: PayClient) =>
  (customerId: string, creation: CardCreation, options: WriteOptions): Promise<StoredCard> =>
    client.call(routes.createCard, { params: { customerId }, body: creation, ...options });

export const changeCard =
  (client: PayClient) =>
  (cardId: string, change: z.infer<typeof cardChange>, options: WriteOptions): Promise<StoredCard> =>
    client.call(routes.changeCard, { params: { cardId }, body: change, ...options });

export const deleteCard =
  (client: PayClient) =>
  (cardId: string, options: WriteOptions): Promise<void> =>
    client.call(routes.deleteCard, { params: { cardId }, ...options });

/** Gets a one-time address of the card frame. */
export const openCardFrame =
  (client: PayClient) =>
  (request: z.infer<typeof cardFrameRequest>, { signal }: CallOptions = {}): Promise<CardFrameTicket> =>
    client.call(routes.createCardFrame, { body: request, signal });
