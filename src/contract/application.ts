import * as z from 'zod/mini';
import { isoInstant, nonNegativeCents, text } from './primitives.js';

export const BUSINESS_KINDS = ['sole-proprietor', 'partnership', 'llc', 'corporation', 'non-profit'] as const;

const line = z.optional(text(100));
const percent = z.optional(z.int().check(z.minimum(0), z.maximum(100)));

/**
 * The application for an account with the processor, as far as it is filled in. Of the bank account the last four digits
 * are kept, and no personal number of the owner: the processor asks for those itself.
 */
export const merchantApplication = z.strictObject({
  business: z.strictObject({
    legalName: line,
    tradeName: line,
    kind: z.optional(z.enum(BUSINESS_KINDS)),
    taxId: z.optional(text(10)),
    street: line,
    city: line,
    state: z.optional(text(2)),
    zip: z.optional(text(10)),
    phone: z.optional(text(20)),
    website: line,
  }),
  owner: z.strictObject({
    name: line,
    title: line,
    sharePercent: percent,
    phone: z.optional(text(20)),
    email: line,
  }),
  volumes: z.strictObject({
    monthlyCents: z.optional(nonNegativeCents),
    averageCents: z.optional(nonNegativeCents),
    highestCents: z.optional(nonNegativeCents),
    keyedPercent: percent,
  }),
  bank: z.strictObject({
    name: line,
    accountLast4: z.optional(text(4)),
  }),
  contact: z.strictObject({
    name: line,
    phone: z.optional(text(20)),
    email: line,
  }),
});

export const keptApplication = z.object({
  form: merchantApplication,
  /** Absent when nothing was saved yet. */
  savedAt: z.optional(isoInstant),
  /** From here on the form is locked. */
  submittedAt: z.optional(isoInstant),
});

export type MerchantApplication = z.infer<typeof merchantApplication>;
export type KeptApplication = z.infer<typeof keptApplication>;
