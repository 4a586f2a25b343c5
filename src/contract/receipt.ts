import * as z from 'zod/mini';
import { payment } from './payment.js';
import { id } from './primitives.js';

/** What a receipt says of one payment, whoever prints it. */
export const receipt = z.object({
  payment,
  companyName: z.string(),
  locationName: z.string(),
  /** Where a receipt is sent by default. */
  customerEmail: z.optional(z.string()),
});

export const receiptMail = z.strictObject({
  email: z.email().check(z.maxLength(254)),
  locale: z.optional(z.enum(['en', 'es'])),
});

/** The mail is on its way; the mail server has the last word. */
export const receiptMailing = z.object({ mailId: id });

export type Receipt = z.infer<typeof receipt>;
export type ReceiptMail = z.infer<typeof receiptMail>;
