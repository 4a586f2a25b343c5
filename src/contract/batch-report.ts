import * as z from 'zod/mini';
import { cents, id, isoDate, isoInstant } from './primitives.js';

/** Days in the location's time zone, both inside; the processor keeps 90 days. */
export const batchReportQuery = z.object({ locationId: id, from: isoDate, to: isoDate });

/** A batch as the processor sums it up; what is voided is not in its totals. */
export const batch = z.object({
  /** Batch numbers start anew at every terminal. */
  batchId: z.string(),
  terminalId: z.optional(z.string()),
  terminalName: z.optional(z.string()),
  status: z.enum(['open', 'pending', 'closed', 'failed', 'other']),
  /** The day it counts for: the location's day it was closed on, in the small hours the one before; absent while it is open. */
  day: z.optional(isoDate),
  openedAt: z.optional(isoInstant),
  closedAt: z.optional(isoInstant),
  salesCount: z.int(),
  salesCents: cents,
  refundCount: z.int(),
  refundCents: cents,
  /** Sales less refunds: what goes to the bank. */
  netCents: cents,
  confirmationCode: z.optional(z.string()),
});

/** What the closed batches of a range come to. An open one is told and not added. */
export const batchReport = z.object({
  timeZone: z.string(),
  batches: z.array(batch),
  closedCount: z.int(),
  closedCents: cents,
});

export type Batch = z.infer<typeof batch>;
export type BatchReport = z.infer<typeof batchReport>;
export type BatchReportQuery = z.infer<typeof batchReportQuery>;
