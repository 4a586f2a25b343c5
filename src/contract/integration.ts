import * as z from 'zod/mini';
import { integrationState } from './location.js';
import { id, isoInstant, nonNegativeCents, text } from './primitives.js';

/** The five steps of the guide, in their order. */
export const SETUP_STEPS = ['enable', 'apply', 'rates', 'keys', 'ready'] as const;

export const setupStep = z.enum(SETUP_STEPS);

/** What the company agreed on with the processor; a record, nothing is calculated from it. */
export const rates = z.strictObject({
  percentHundredths: z.int().check(z.minimum(0), z.maximum(2_000)),
  perPaymentCents: nonNegativeCents.check(z.maximum(1_000)),
  monthlyCents: z.optional(nonNegativeCents),
  notes: z.optional(text(200)),
});

/** How far a location has come, what is missing and who acts next. Only `ready` allows charging (rule R-1). */
export const integration = z.object({
  locationId: id,
  state: integrationState,
  /** `ready` counts from the processor's answer to the keys. A step that an operator went past is done without a date. */
  steps: z.array(z.object({ step: setupStep, done: z.boolean(), doneAt: z.optional(isoInstant) })),
  /** Who has to do the next step; absent when nothing is left to do. */
  nextActor: z.optional(z.enum(['company', 'processor', 'operator'])),
  application: z.enum(['none', 'draft', 'submitted']),
  rates: z.optional(rates),
  /** Cards are charged in USD alone (rule R-2). */
  currency: z.string(),
  merchantName: z.optional(z.string()),
  merchantId: z.optional(z.string()),
  merchantTerminalId: z.optional(z.string()),
});

/** Turning it off loses its configuration (rule R-33), so the location's name has to be typed. */
export const integrationChange = z.union([
  z.strictObject({ enabled: z.literal(true) }),
  z.strictObject({ enabled: z.literal(false), confirmation: text(100) }),
]);

export type SetupStep = z.infer<typeof setupStep>;
export type Rates = z.infer<typeof rates>;
export type Integration = z.infer<typeof integration>;
export type IntegrationChange = z.infer<typeof integrationChange>;
