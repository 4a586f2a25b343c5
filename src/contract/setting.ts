import * as z from 'zod/mini';
import { FEE_CAP_HUNDREDTHS, feeRule } from './location.js';
import { nonNegativeCents } from './primitives.js';

/** How a location takes card payments. Everything is off until somebody turns it on. */
export const locationSettings = z.object({
  /** `Allow to receive payment upon confirmation`: orders of this location show `Pay & Confirm` (rule R-3). */
  allowPaymentUponConfirmation: z.boolean(),
  /** `Allow Salespeople to Manage Customer Credit Cards`: role Sales may add, describe and delete cards (rule R-15). */
  allowSalespeopleToManageCards: z.boolean(),
  /** What a card payment costs on top; absent when nothing is added. */
  feeRule: z.optional(feeRule),
});

/** What is asked of a customer when an order is confirmed. */
export const customerSettings = z.object({
  /** `Require Payment Upon Confirmation` (rule R-4). */
  requirePaymentUponConfirmation: z.boolean(),
  /** `Require Credit Card Payment`: this customer pays by card alone. */
  requireCreditCardPayment: z.boolean(),
  /** `Restrict Credit Card Payment`: this customer doesn't pay by card. */
  restrictCreditCardPayment: z.boolean(),
});

const percentFee = z.strictObject({
  kind: feeRule.shape.kind,
  percentHundredths: z.int().check(z.minimum(1), z.maximum(FEE_CAP_HUNDREDTHS)),
});

const flatFee = z.strictObject({
  kind: feeRule.shape.kind,
  flatCents: nonNegativeCents.check(z.minimum(1)),
});

/** One kind of fee, as a share or as an amount, never both; `null` takes the fee away. Members left out stay as they are. */
export const locationSettingsChange = z.strictObject({
  allowPaymentUponConfirmation: z.optional(z.boolean()),
  allowSalespeopleToManageCards: z.optional(z.boolean()),
  feeRule: z.optional(z.nullable(z.union([percentFee, flatFee]))),
});

/** Members left out stay as they are. */
export const customerSettingsChange = z.strictObject({
  requirePaymentUponConfirmation: z.optional(z.boolean()),
  requireCreditCardPayment: z.optional(z.boolean()),
  restrictCreditCardPayment: z.optional(z.boolean()),
});

export type LocationSettings = z.infer<typeof locationSettings>;
export type CustomerSettings = z.infer<typeof customerSettings>;
export type LocationSettingsChange = z.infer<typeof locationSettingsChange>;
export type CustomerSettingsChange = z.infer<typeof customerSettingsChange>;
