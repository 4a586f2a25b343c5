import * as z from 'zod/mini';
import { brand, last4 } from './card.js';
import { moneyBack, payment } from './payment.js';
import { cents, id, isoDate, nonNegativeCents, text } from './primitives.js';

/**
 * A clerk's decision to charge a payment back, always the whole of it. `books-only` leaves the processor alone, for money that was
 * given back some other way.
 */
export const chargeBackRequest = z.strictObject({
  /** Today unless told; neither before the payment's date (rule R-19) nor after today. */
  date: z.optional(isoDate),
  reason: text(200).check(z.minLength(1)),
  scope: z.optional(z.enum(['card-and-books', 'books-only'])),
});

export const chargeBackQuery = z.object({ date: z.optional(isoDate) });

/** Why a payment can't be charged back. */
export const CHARGE_BACK_REFUSALS = [
  'already-charged-back',
  'under-way',
  'not-a-payment',
  'not-approved',
  'outcome-unknown',
  'credit-spent',
  'credit-busy',
  'date-before-payment',
  'date-in-future',
  'date-locked',
] as const;

export const chargeBackRefusal = z.object({
  reason: z.enum(CHARGE_BACK_REFUSALS),
  /** The payments and refunds that used the credit this payment left, with what each took of it (rule R-23). */
  spentBy: z.array(z.object({ paymentId: id, controlNumber: z.optional(z.int()), amountCents: nonNegativeCents })),
});

/** What charging a payment back would do now. */
export const chargeBackPreview = z.object({
  payment,
  /** The days it can be dated, in the time zone of the payment's location. */
  earliestDate: isoDate,
  today: isoDate,
  /** How the money would go back; absent while the processor can't be asked. */
  moneyBack: z.optional(moneyBack),
  /** What returns to the card, fee included; nothing of what credits paid. */
  returnedCents: nonNegativeCents,
  card: z.optional(z.object({ brand, last4 })),
  invoices: z.array(
    z.object({
      invoiceId: id,
      invoiceNumber: z.string(),
      reopenedCents: nonNegativeCents,
      /** What would be open on it; absent when Komet no longer tells of the invoice. */
      openAfterCents: z.optional(nonNegativeCents),
    }),
  ),
  /** Credits the payment used, which can be spent again. */
  creditsBack: z.array(z.object({ creditId: id, number: z.optional(z.string()), amountCents: nonNegativeCents })),
  /** The overpayment that would disappear from the customer's open credits. */
  creditRemoved: z.optional(z.object({ number: z.optional(z.string()), amountCents: cents })),
  refusal: z.optional(chargeBackRefusal),
  /** The charge back there is already, or that is under way. */
  chargeBack: z.optional(payment),
});

export type ChargeBackRequest = z.infer<typeof chargeBackRequest>;
export type ChargeBackPreview = z.infer<typeof chargeBackPreview>;
export type ChargeBackRefusal = z.infer<typeof chargeBackRefusal>;
