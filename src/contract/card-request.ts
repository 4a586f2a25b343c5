import * as z from 'zod/mini';
import { billing, brand, cardToken, last4 } from './card.js';
import { id, isoInstant, text } from './primitives.js';

export const CARD_REQUEST_STATES = ['sent', 'opened', 'completed', 'expired', 'revoked'] as const;

/** A link by which a customer is asked for a card; it lives eight hours and is good for one card (rule R-14). */
export const cardRequest = z.object({
  id,
  customerId: id,
  locationId: id,
  email: z.string(),
  state: z.enum(CARD_REQUEST_STATES),
  sentAt: isoInstant,
  sentBy: z.string(),
  expiresAt: isoInstant,
  /** `not-sent`: the mail server refused the address. */
  mail: z.enum(['on-its-way', 'sent', 'not-sent']),
  /** The card it brought. */
  cardId: z.optional(id),
});

/** Those of the last month, newest first. */
export const cardRequestList = z.object({ requests: z.array(cardRequest) });

export const cardRequestCreation = z.strictObject({
  locationId: id,
  email: z.email().check(z.maxLength(254)),
  /** The language of the mail. */
  locale: z.enum(['en', 'es']),
});

/** What the holder of a link is told. Of one that isn't open any more nothing but that. */
export const cardRequestLink = z.union([
  z.object({ state: z.literal('open'), companyName: z.string(), expiresAt: isoInstant }),
  z.object({ state: z.enum(['completed', 'expired', 'revoked', 'invalid']) }),
]);

/** The card of a customer who consents to its being kept and charged. */
export const requestedCard = z.strictObject({
  cardToken,
  consent: z.literal(true),
  description: z.optional(text(60)),
  billing: z.optional(billing),
});
export const requestedCardSaved = z.object({ brand, last4 });

export const linkFrameRequest = z.strictObject({
  locale: z.enum(['en', 'es']),
  colorScheme: z.enum(['light', 'dark']),
});

export type CardRequest = z.infer<typeof cardRequest>;
export type CardRequestState = CardRequest['state'];
export type CardRequestCreation = z.infer<typeof cardRequestCreation>;
export type CardRequestLink = z.infer<typeof cardRequestLink>;
export type RequestedCard = z.infer<typeof requestedCard>;
export type RequestedCardSaved = z.infer<typeof requestedCardSaved>;
