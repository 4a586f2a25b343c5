import * as z from 'zod/mini';
import { id, nonNegativeCents } from './primitives.js';

/** The set-up steps of the guide; only `ready` allows charging. */
export const INTEGRATION_STATES = [
  'not-enabled',
  'application-pending',
  'rates-negotiation',
  'keys-pending',
  'ready',
] as const;

export const integrationState = z.enum(INTEGRATION_STATES);

/** The processor refuses a service fee above 3.99 % of what is paid; in hundredths of a percent. */
export const FEE_CAP_HUNDREDTHS = 399;

/**
 * A convenience fee or surcharge, off unless set; `percentHundredths` 290 is 2.90 %. The processor leaves a surcharge out when the
 * card is a debit card; such a payment has a fee of 0, whatever was announced.
 */
export const feeRule = z.object({
  kind: z.enum(['convenience', 'surcharge']),
  percentHundredths: z.optional(z.int().check(z.minimum(0), z.maximum(FEE_CAP_HUNDREDTHS))),
  flatCents: z.optional(nonNegativeCents),
});

/** A branch of the company and whether cards can be charged there. */
export const location = z.object({
  id,
  name: z.string(),
  code: z.string(),
  timeZone: z.string(),
  integrationState,
  /** Role Sales may add, describe and delete cards of this location (rule R-15). */
  allowSalespeopleToManageCards: z.boolean(),
  merchantName: z.optional(z.string()),
  feeRule: z.optional(feeRule),
});

export const locationList = z.object({ locations: z.array(location) });

export type Location = z.infer<typeof location>;
export type FeeRule = z.infer<typeof feeRule>;
export type IntegrationState = z.infer<typeof integrationState>;
