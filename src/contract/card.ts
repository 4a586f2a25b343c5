import * as z from 'zod/mini';
import { id, isoInstant, text } from './primitives.js';

/** The gateway's single-use token for a card typed into the card frame: a JWT, never a number. */
export const cardToken = z.string().check(z.regex(/^[\w-]{2,}\.[\w-]{2,}\.[\w-]{2,}$/), z.maxLength(4096));

export const BRANDS = ['visa', 'mastercard', 'amex', 'discover', 'other'] as const;
export const brand = z.enum(BRANDS);

export const last4 = z.string().check(z.regex(/^\d{4}$/));

/** A card kept in the processor's vault. Only `description` can be edited (rule R-13). */
export const storedCard = z.object({
  id,
  customerId: id,
  locationId: id,
  brand,
  last4,
  /** `MMYY`, absent when the processor did not tell. */
  expiry: z.optional(z.string().check(z.regex(/^\d{4}$/))),
  description: z.string(),
  primary: z.boolean(),
  createdAt: isoInstant,
});

/** Where the card's statements go; the processor checks street and ZIP. */
export const billing = z.strictObject({
  name: z.optional(text(100)),
  street: z.optional(text(100)),
  zip: z.optional(text(10)),
});

export const cardQuery = z.object({ locationId: z.optional(id) });
export const cardList = z.object({ cards: z.array(storedCard) });

export const cardCreation = z.strictObject({
  locationId: id,
  cardToken,
  description: z.optional(text(60)),
  billing: z.optional(billing),
});

export const cardChange = z.strictObject({
  description: z.optional(text(60)),
  primary: z.optional(z.literal(true)),
});

/** A one-time address of the card frame, good for a minute and one load. */
export const cardFrameRequest = z.strictObject({
  locationId: id,
  locale: z.enum(['en', 'es']),
  colorScheme: z.enum(['light', 'dark']),
});
export const cardFrameTicket = z.object({ url: z.string(), origin: z.string(), expiresAt: isoInstant });

export type Brand = z.infer<typeof brand>;
export type StoredCard = z.infer<typeof storedCard>;
export type CardCreation = z.infer<typeof cardCreation>;
export type CardFrameTicket = z.infer<typeof cardFrameTicket>;
export type Billing = z.infer<typeof billing>;
