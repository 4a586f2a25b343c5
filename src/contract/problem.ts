import * as z from 'zod/mini';
import { payment } from './payment.js';

/** Whether the customer's money moved by the time the problem was reported. */
export type MoneyMoved = 'no' | 'yes' | 'unknown';

/** What a caller may do next: send the same request again, ask for the state, change the request, or stop. */
export type NextStep = 'retry-same-key' | 'ask-state' | 'change-request' | 'sign-in' | 'stop';

interface ProblemKind {
  readonly status: number;
  readonly title: string;
  readonly moneyMoved: MoneyMoved;
  readonly next: NextStep;
}

/* @__NO_SIDE_EFFECTS__ */
const kind = (status: number, title: string, next: NextStep, moneyMoved: MoneyMoved = 'no'): ProblemKind => ({
  status,
  title,
  next,
  moneyMoved,
});

/** The closed list of problem codes; an answer of the proxy with a 4xx or 5xx status carries exactly one of them. */
export const PROBLEM_CODES = [
  'malformed-json',
  'invalid-request',
  'idempotency-key-missing',
  'card-number-not-allowed',
  'not-authenticated',
  'payment-declined',
  'payment-failed',
  'not-permitted',
  'origin-not-allowed',
  'not-found',
  'method-not-allowed',
  'request-in-progress',
  'invoice-busy',
  'credit-busy',
  'amount-changed',
  'fee-changed',
  'card-in-use',
  'body-too-large',
  'unsupported-media-type',
  'idempotency-key-reused',
  'rule-broken',
  'reversal-failed',
  'not-ready-to-charge',
  'card-not-saved',
  'mail-not-configured',
  'too-many-requests',
  'internal-error',
  'gateway-unreachable',
  'komet-unreachable',
  'not-ready',
  'outcome-unknown',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What each code means. Apart from the list, since a browser needs only that. */
export const PROBLEMS = {
  'malformed-json': kind(400, 'The body is not valid JSON', 'change-request'),
  'invalid-request': kind(400, 'The request does not fit the contract', 'change-request'),
  'idempotency-key-missing': kind(400, 'The Idempotency-Key header is missing or malformed', 'change-request'),
  'card-number-not-allowed': kind(400, 'A card number was sent to a place that must never see one', 'change-request'),
  'not-authenticated': kind(401, 'The session token is missing, expired or not valid', 'sign-in'),
  'payment-declined': kind(402, 'The card was declined', 'change-request'),
  'payment-failed': kind(422, 'The payment could not be made; nothing was charged', 'change-request'),
  'not-permitted': kind(403, 'The session has no right to do this', 'stop'),
  'origin-not-allowed': kind(403, 'The page is not one this session was made for', 'stop'),
  'not-found': kind(404, 'Nothing here with that id', 'change-request'),
  'method-not-allowed': kind(405, 'That method is not offered here', 'change-request'),
  'request-in-progress': kind(409, 'The same request is still running', 'retry-same-key'),
  'invoice-busy': kind(409, 'Another payment of one of these invoices is under way', 'ask-state'),
  'credit-busy': kind(409, 'Another payment is using one of these credits', 'ask-state'),
  'amount-changed': kind(409, 'A balance changed since it was shown', 'change-request'),
  'fee-changed': kind(409, 'The fee changed since it was shown', 'change-request'),
  'card-in-use': kind(409, 'The card has a payment under way', 'ask-state'),
  'body-too-large': kind(413, 'The body is too large', 'change-request'),
  'unsupported-media-type': kind(415, 'Only application/json is accepted', 'change-request'),
  'idempotency-key-reused': kind(422, 'The key was used for another request', 'change-request'),
  'rule-broken': kind(422, 'A business rule refuses this', 'change-request'),
  'reversal-failed': kind(422, 'The money could not be given back; everything stands as before', 'change-request'),
  'not-ready-to-charge': kind(422, 'Card payments are not set up at this location', 'stop'),
  'card-not-saved': kind(422, 'The processor did not accept the card', 'change-request'),
  'mail-not-configured': kind(422, 'No mail server is set up', 'stop'),
  'too-many-requests': kind(429, 'Too many attempts; wait a moment', 'retry-same-key'),
  'internal-error': kind(500, 'Something went wrong on our side', 'ask-state', 'unknown'),
  'gateway-unreachable': kind(502, 'The card processor could not be reached', 'retry-same-key'),
  'komet-unreachable': kind(502, 'Komet could not be reached', 'retry-same-key'),
  'not-ready': kind(503, 'The service is starting or stopping', 'retry-same-key'),
  'outcome-unknown': kind(504, 'The answer of the card processor was lost', 'ask-state', 'unknown'),
} as const satisfies Record<ProblemCode, ProblemKind>;

/** Business rules the proxy enforces, named in `rule` of a `rule-broken` problem. R-numbers are Komet's rules. */
export const RULES = [
  'allocations-exceed-payment',
  'overpayment-not-confirmed',
  'credit-not-open',
  'currency-not-usd',
  'customer-inactive',
  'date-in-future',
  'date-locked',
  'discount-exceeds-balance',
  'duplicate-invoice',
  'fee-above-cap',
  'invoice-not-open',
  'invoice-of-other-customer',
  'invoice-of-other-location',
  'nothing-to-pay',
  'partial-not-allowed',
  'method-not-fitting',
  'payment-not-reversible',
  'suspected-duplicate',
  'date-before-payment',
  'credit-spent',
  'date-not-today',
  'payment-required',
  'payment-not-offered',
  'order-not-pending',
  'order-not-confirmable',
  'cancel-at-terminal',
  'payment-not-cancellable',
  'credit-not-refundable',
  'refund-exceeds-charge',
  'payment-not-charged-back',
  'settings-conflict',
  'terminal-in-use',
  'terminal-name-taken',
  'confirmation-differs',
  'payments-under-way',
  'posting-under-way',
  'other-merchant',
  'card-request-completed',
  'application-locked',
  'application-incomplete',
  'difference-unexplained',
  'report-changed',
  'day-closed',
  'day-not-closed',
  'batch-not-closed',
  'report-too-old',
  'range-not-closable',
  'report-too-long',
] as const;

export type Rule = (typeof RULES)[number];

/** One fault of the request, with a JSON pointer to it. */
export const problemDetail = z.object({ pointer: z.string(), message: z.string() });

/** An RFC 9457 problem with our members: `code`, what happened to the money, what to do next. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** One of `PROBLEM_CODES`; read as text, as `rule` is. */
  code: z.string() as unknown as z.ZodMiniType<ProblemCode, string>,
  detail: z.optional(z.string()),
  requestId: z.string(),
  moneyMoved: z.enum(['no', 'yes', 'unknown']),
  next: z.string() as unknown as z.ZodMiniType<NextStep, string>,
  /** One of `RULES`; read as text, so that a page loads no list of them and bears with one that is newer than itself. */
  rule: z.optional(z.string()),
  permission: z.optional(z.string()),
  errors: z.optional(z.array(problemDetail)),
  /** Invoices or credits the problem is about, with what is open on them now. */
  items: z.optional(
    z.array(
      z.object({
        id: z.string(),
        openCents: z.optional(z.int()),
        paymentId: z.optional(z.string()),
        controlNumber: z.optional(z.int()),
      }),
    ),
  ),
  /** The payment as it now stands, for declines and conflicts. */
  payment: z.optional(payment),
});

export type Problem = z.infer<typeof problem>;
