import * as z from 'zod/mini';
import { cents, id, isoDate, nonNegativeCents } from './primitives.js';

/** A confirmed order that is not paid in full. `openCents` is what can be paid now: Komet's balance less what is on its way there. */
export const invoice = z.object({
  id,
  number: z.string(),
  customerId: id,
  locationId: id,
  shipDate: isoDate,
  dueDate: z.optional(isoDate),
  customerPo: z.optional(z.string()),
  totalCents: cents,
  balanceCents: cents,
  openCents: nonNegativeCents,
  /** Set while a payment of this invoice is under way; the invoice can't be chosen. */
  heldByPaymentId: z.optional(id),
});

export const invoiceQuery = z.object({ locationId: z.optional(id) });
export const invoiceList = z.object({ invoices: z.array(invoice) });

/** What a customer may still spend: credit memos, overpayments, transfers, adjustments. */
export const openCredit = z.object({
  id,
  customerId: id,
  locationId: id,
  kind: z.enum(['customer-credit', 'overpayment', 'transfer', 'balance-adjustment']),
  number: z.string(),
  date: isoDate,
  amountCents: nonNegativeCents,
  openCents: nonNegativeCents,
  sourcePaymentId: z.optional(id),
  reason: z.optional(z.string()),
  heldByPaymentId: z.optional(id),
});

export const openCreditList = z.object({ credits: z.array(openCredit) });

export type Invoice = z.infer<typeof invoice>;
export type OpenCredit = z.infer<typeof openCredit>;
