import * as z from 'zod/mini';
import { brand } from './card.js';
import { concept, method, paymentFilter } from './payment.js';
import { cents } from './primitives.js';

/** The list of the report; `json`, the usual format, tells its totals alone. */
export const paymentReportQuery = z.extend(paymentFilter, {
  format: z.optional(z.enum(['json', 'csv', 'xlsx'])),
  /** The language of a file's headings and words. */
  locale: z.optional(z.enum(['en', 'es'])),
});

/** Booked payments of one kind, method and card brand, added up. */
export const paymentGroup = z.object({
  concept,
  method,
  /** Absent where no card was charged. */
  brand: z.optional(brand),
  count: z.int(),
  /** Signed: what cards were charged, less what they were given back; fees included. */
  totalCents: cents,
  feeCents: cents,
});

/**
 * What a list of payments adds up to. Only booked payments count: approved ones, charged back or not, and their reversals;
 * `count` is of the whole list.
 */
export const paymentTotals = z.object({
  count: z.int(),
  bookedCount: z.int(),
  netCents: cents,
  groups: z.array(paymentGroup),
});

export type PaymentGroup = z.infer<typeof paymentGroup>;
export type PaymentTotals = z.infer<typeof paymentTotals>;
export type PaymentReportQuery = z.infer<typeof paymentReportQuery>;
