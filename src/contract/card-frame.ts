import * as z from 'zod/mini';
import { cardToken, last4 } from './card.js';
import { isoInstant } from './primitives.js';

/**
 * What the embedding element and the card frame say to each other. The element posts `cardFrameConnect` to the frame's
 * exact origin once the iframe has loaded, with one end of a `MessageChannel`; everything else goes through that port.
 * The frame takes one port only, and only from its parent on the origin its address was made for.
 */
export const CARD_FRAME_CONNECT = 'komet-card-frame:connect';

/** `nonce` comes back in `ready`, so that a late answer of an earlier frame is not taken for this one's. */
export const cardFrameConnect = z.strictObject({
  type: z.literal(CARD_FRAME_CONNECT),
  nonce: z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/))),
});

const requestId = z.string().check(z.regex(/^[\w-]{1,64}$/));

/** `reset` empties the form; after `script-failed` it also tries to load the processor's script again. */
export const toCardFrame = z.union([
  z.strictObject({ type: z.literal('tokenize'), requestId }),
  z.strictObject({ type: z.literal('reset') }),
  z.strictObject({ type: z.literal('focus') }),
]);

/** What is wrong with the form, in our words: the processor's own sentences never leave the frame. */
export const CARD_FRAME_FAULTS = [
  'card-number-invalid',
  'expiry-invalid',
  'card-expired',
  'security-code-invalid',
  'other',
] as const;
export const cardFrameFault = z.enum(CARD_FRAME_FAULTS);

/**
 * Why there is no token. `invalid`: the typed card has the faults last told in `validity`. `unavailable`: the processor
 * didn't give one, trying again may help. `script-failed`: there is no form at all. `timeout`: no answer came; nothing is
 * charged by tokenizing, so trying again is safe.
 */
export const CARD_FRAME_ERRORS = ['invalid', 'unavailable', 'script-failed', 'timeout'] as const;
export const cardFrameErrorCode = z.enum(CARD_FRAME_ERRORS);

export const fromCardFrame = z.union([
  /** The form is drawn; sent again after every `reset`. */
  z.strictObject({ type: z.literal('ready'), nonce: z.optional(z.string()) }),
  /**
   * Sent at every validation of the processor's form. `complete`: no fault is known. The form judges a field only when it
   * is left, so `tokenize` may still find one.
   */
  z.strictObject({ type: z.literal('validity'), faults: z.array(cardFrameFault), complete: z.boolean() }),
  /** How high the form wants to be, CSS pixels. */
  z.strictObject({ type: z.literal('resize'), height: z.int().check(z.minimum(0), z.maximum(2000)) }),
  z.strictObject({ type: z.literal('token'), requestId, token: cardToken, last4, expiresAt: isoInstant }),
  /** Without `requestId` when nobody asked, e.g. the script could not be loaded. */
  z.strictObject({ type: z.literal('error'), requestId: z.optional(requestId), code: cardFrameErrorCode }),
]);

export type CardFrameConnect = z.infer<typeof cardFrameConnect>;
export type ToCardFrame = z.infer<typeof toCardFrame>;
export type FromCardFrame = z.infer<typeof fromCardFrame>;
export type CardFrameFault = z.infer<typeof cardFrameFault>;
export type CardFrameErrorCode = z.infer<typeof cardFrameErrorCode>;
