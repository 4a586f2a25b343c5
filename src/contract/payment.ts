import * as z from 'zod/mini';
import { billing, brand, cardToken, last4 } from './card.js';
import { cents, id, isoDate, isoInstant, nonNegativeCents, text } from './primitives.js';

/** Komet's two card payment methods. */
export const METHODS = ['in-app', 'pos-terminal'] as const;
export const method = z.enum(METHODS);

/** A reversal is a payment of its own, with negative amounts. */
export const concept = z.enum(['payment', 'charge-back', 'refund']);

export const PAYMENT_STATUSES = [
  'requested',
  'approved',
  'declined',
  'failed',
  'cancelled',
  'unknown',
  'charge-back-requested',
  'charged-back',
] as const;
export const paymentStatus = z.enum(PAYMENT_STATUSES);

/** Why a card was declined, in words a clerk can act on. Gateway codes are mapped to these in its adapter. */
export const DECLINE_CAUSES = [
  'insufficient-funds',
  'expired-card',
  'invalid-card-number',
  'invalid-security-code',
  'address-mismatch',
  'limit-exceeded',
  'call-issuer',
  'card-not-active',
  'not-permitted',
  'try-again-later',
  'declined',
] as const;
export const declineCause = z.enum(DECLINE_CAUSES);

/** Why a payment failed without the card being judged: no money moved. */
export const FAILURE_CAUSES = [
  'not-sent',
  'refused-by-gateway',
  'card-token-expired',
  'terminal-unreachable',
  'terminal-busy',
  'not-found-at-gateway',
  'late-charge-reversed',
  'not-settled-yet',
] as const;
export const failureCause = z.enum(FAILURE_CAUSES);

export const cardSource = z.strictObject({ cardId: id });
export const newCardSource = z.strictObject({
  cardToken,
  saveCard: z.optional(z.boolean()),
  description: z.optional(text(60)),
  billing: z.optional(billing),
});
export const terminalSource = z.strictObject({ terminalId: id });

/** What is put on one invoice; `discountCents` is forgiven, not paid. */
export const allocation = z.strictObject({
  invoiceId: id,
  amountCents: nonNegativeCents,
  discountCents: z.optional(nonNegativeCents),
});

/**
 * A clerk's decision to take a payment. `amountCents` is what the customer pays before the fee; the card is charged
 * `amountCents + feeCents`. Credits cover allocations first; what is left over of `amountCents` becomes an open credit and
 * must be said in `overpaymentCents`, so that nothing is kept by accident.
 */
export const paymentRequest = z.strictObject({
  locationId: id,
  customerId: id,
  orderId: z.optional(id),
  method,
  /** Left out only when credits cover everything and `amountCents` is 0. */
  source: z.optional(z.union([cardSource, newCardSource, terminalSource])),
  allocations: z.array(allocation).check(z.maxLength(500)),
  creditIds: z.optional(z.array(id).check(z.maxLength(100))),
  amountCents: nonNegativeCents,
  feeCents: z.optional(nonNegativeCents),
  overpaymentCents: z.optional(nonNegativeCents),
  date: z.optional(isoDate),
  notes: z.optional(text(200)),
  confirmOrder: z.optional(z.boolean()),
  /** Why an apparent duplicate of a recent payment is wanted, kept with the payment. */
  duplicateReason: z.optional(text(200)),
  /** The charged back payment this one takes the place of. */
  replacesId: z.optional(id),
});

export const paymentAllocation = z.object({
  invoiceId: id,
  invoiceNumber: z.string(),
  amountCents: cents,
  discountCents: cents,
  /** What was open on the invoice after this payment. */
  balanceAfterCents: z.optional(cents),
});

/**
 * How a reversal gave the money back: `void` before the batch closed, `refund` after it; `already-returned` when the processor had
 * done so before (rule R-24), `books-only` when it was left alone on purpose, `nothing-charged` when credits had paid everything.
 */
export const MONEY_BACK = ['void', 'refund', 'already-returned', 'books-only', 'nothing-charged'] as const;
export const moneyBack = z.enum(MONEY_BACK);

/**
 * How far the order of a payment is confirmed, where the payment was to confirm it: `pending` until Komet has done so; `refused` keeps the
 * payment and needs a person.
 */
export const CONFIRMATIONS = ['none', 'pending', 'confirmed', 'refused'] as const;
export const confirmation = z.enum(CONFIRMATIONS);

/** A payment as it stands. Money members are signed: a reversal mirrors its original with negative amounts. */
export const payment = z.object({
  id,
  /** Komet's Control #, given when the payment is approved. */
  controlNumber: z.optional(z.int().check(z.minimum(1))),
  concept: concept,
  status: paymentStatus,
  /** True once nobody but a person can settle an unknown outcome. */
  needsReview: z.boolean(),
  locationId: id,
  customerId: id,
  customerName: z.string(),
  orderId: z.optional(id),
  method,
  date: isoDate,
  amountCents: cents,
  feeCents: cents,
  /** What the card is charged: `amountCents + feeCents`. */
  totalCents: cents,
  appliedCents: cents,
  creditsAppliedCents: cents,
  discountCents: cents,
  overpaymentCents: cents,
  allocations: z.array(paymentAllocation),
  credits: z.array(z.object({ creditId: id, amountCents: cents })),
  card: z.optional(z.object({ brand, last4, cardId: z.optional(id) })),
  /** Set when the card of this payment was put into the vault, or why it was not. */
  savedCard: z.optional(z.object({ status: z.enum(['saved', 'not-saved']), cardId: z.optional(id) })),
  terminalId: z.optional(id),
  transactionId: z.optional(z.string()),
  authorizationCode: z.optional(z.string()),
  batchId: z.optional(z.string()),
  decline: z.optional(z.object({ cause: declineCause, code: z.optional(z.string()) })),
  failure: z.optional(failureCause),
  notes: z.optional(z.string()),
  /** `pending` until Komet has the payment in its books. */
  posting: z.enum(['none', 'pending', 'posted']),
  confirmation,
  createdBy: z.object({ id, name: z.string() }),
  createdAt: isoInstant,
  completedAt: z.optional(isoInstant),
  /** On a charge back or refund: the payment it takes back, and how. */
  reversalOfId: z.optional(id),
  moneyBack: z.optional(moneyBack),
  /** On a payment that is charged back: its charge back, and who made it when. */
  reversedById: z.optional(id),
  reversedBy: z.optional(z.object({ name: z.string(), at: isoInstant })),
  /** The link between a charged back payment and the one charged in its place. */
  replacesId: z.optional(id),
  replacedById: z.optional(id),
});

/** What somebody looks for. */
const term = z.optional(z.string().check(z.maxLength(100)));

/** What a list of payments is narrowed by; everything given must hold. */
export const paymentFilter = z.object({
  customerId: z.optional(id),
  locationId: z.optional(id),
  status: z.optional(paymentStatus),
  concept: z.optional(concept),
  method: z.optional(method),
  /** Part of the customer's name. */
  customer: term,
  controlNumber: z.optional(z.string().check(z.regex(/^[1-9]\d{0,9}$/))),
  /** The number of an invoice it was applied to. */
  invoice: term,
  /** The processor's transaction number or the authorization code. */
  reference: term,
  last4: z.optional(last4),
  /** Days of payment, both included. */
  from: z.optional(isoDate),
  to: z.optional(isoDate),
});

export const paymentQuery = z.extend(paymentFilter, {
  /** Finds the payment a client started under this key, e.g. after a reload. */
  key: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/))),
  limit: z.optional(z.string().check(z.regex(/^([1-9]\d?|[1-4]\d\d|500)$/))),
  cursor: z.optional(z.string().check(z.maxLength(200))),
});

export const paymentList = z.object({ payments: z.array(payment), nextCursor: z.optional(z.string()) });

export type Method = z.infer<typeof method>;
export type PaymentStatus = z.infer<typeof paymentStatus>;
export type Confirmation = z.infer<typeof confirmation>;
export type DeclineCause = z.infer<typeof declineCause>;
export type FailureCause = z.infer<typeof failureCause>;
export type MoneyBack = z.infer<typeof moneyBack>;
export type PaymentRequest = z.infer<typeof paymentRequest>;
export type PaymentSource = NonNullable<PaymentRequest['source']>;
export type Allocation = z.infer<typeof allocation>;
export type Payment = z.infer<typeof payment>;
export type PaymentAllocation = z.infer<typeof paymentAllocation>;
