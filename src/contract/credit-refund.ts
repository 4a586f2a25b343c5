import * as z from 'zod/mini';
import { brand, last4 } from './card.js';
import { cents, id, isoDate, text } from './primitives.js';

/** A clerk's decision to return an open credit, or a part of it, to the card whose payment it came from. */
export const creditRefundRequest = z.strictObject({
  locationId: id,
  customerId: id,
  creditId: id,
  amountCents: cents.check(z.minimum(1)),
  /** Today unless told; neither before the payment's date nor after today. */
  date: z.optional(isoDate),
  reason: z.optional(text(200)),
});

/** An open credit that a card can get back: what is left of it and of the charge it came from, and that card. */
export const refundableCredit = z.object({
  creditId: id,
  number: z.string(),
  locationId: id,
  date: isoDate,
  /** In the time zone of the location: the last day a refund can be dated. */
  today: isoDate,
  /** The most that can be returned. */
  refundableCents: cents,
  paymentId: id,
  controlNumber: z.int(),
  card: z.optional(z.object({ brand, last4 })),
  /** Set while another payment or refund is using it. */
  heldByPaymentId: z.optional(id),
});

export const refundableCreditQuery = z.object({ locationId: z.optional(id) });
export const refundableCreditList = z.object({ credits: z.array(refundableCredit) });

export type CreditRefundRequest = z.infer<typeof creditRefundRequest>;
export type RefundableCredit = z.infer<typeof refundableCredit>;
export type RefundableCreditList = z.infer<typeof refundableCreditList>;
