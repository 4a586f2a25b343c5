import type { DeclineCause, FailureCause, Method, MoneyBack, Payment } from './contract/payment.js';
import type { Environment } from './contract/session.js';
import type { PayError, PayErrorCode } from './services/pay-error.js';
import type { TokenAnswer } from './services/token-source.js';

/**
 * Every event of the library. All bubble and leave the shadow tree. `detail` is a frozen plain object of ids and cents, so
 * that jQuery and old pages read it too; there is never a card number or token in it.
 */
abstract class KometEvent<Detail extends object> extends Event {
  readonly #detail: Readonly<Detail>;

  constructor(type: string, detail: Detail, init: EventInit = {}) {
    super(type, { bubbles: true, composed: true, ...init });
    this.#detail = Object.freeze(detail);
  }

  get detail(): Readonly<Detail> {
    return this.#detail;
  }
}

export interface PaymentDetail {
  readonly paymentId: string;
  readonly controlNumber: number | undefined;
  readonly locationId: string;
  readonly customerId: string;
  readonly orderId: string | undefined;
  readonly invoiceIds: readonly string[];
  readonly method: Method;
  readonly amountCents: number;
  readonly feeCents: number;
  /** What the card is charged, fee included. */
  readonly totalCents: number;
}

export function detailOf(payment: Payment): PaymentDetail {
  const { id, controlNumber, locationId, customerId, orderId, method, amountCents, feeCents, totalCents } = payment;
  const invoiceIds = Object.freeze(payment.allocations.map((line) => line.invoiceId));
  const ids = { paymentId: id, controlNumber, locationId, customerId, orderId, invoiceIds };
  return { ...ids, method, amountCents, feeCents, totalCents };
}

/** The customer's card was charged. */
export class PaymentApprovedEvent extends KometEvent<PaymentDetail> {
  constructor(payment: Payment) {
    super('komet-payment-approved', detailOf(payment));
  }
}

/** The card was declined; nothing was charged. */
export class PaymentDeclinedEvent extends KometEvent<PaymentDetail & { readonly cause: DeclineCause }> {
  constructor(payment: Payment) {
    super('komet-payment-declined', { ...detailOf(payment), cause: payment.decline?.cause ?? 'declined' });
  }
}

/** The payment could not be made; nothing was charged. */
export class PaymentFailedEvent extends KometEvent<PaymentDetail & { readonly cause: FailureCause | undefined }> {
  constructor(payment: Payment) {
    super('komet-payment-failed', { ...detailOf(payment), cause: payment.failure });
  }
}

export class PaymentCancelledEvent extends KometEvent<PaymentDetail> {
  constructor(payment: Payment) {
    super('komet-payment-cancelled', detailOf(payment));
  }
}

/** Whether the card was charged isn't known yet; the widget goes on asking, and the page must not charge anew. */
export class PaymentUnknownEvent extends KometEvent<{ readonly paymentId: string | undefined }> {
  constructor(paymentId: string | undefined) {
    super('komet-payment-unknown', { paymentId });
  }
}

export interface OrderConfirmedDetail {
  readonly orderId: string;
  readonly customerId: string;
  readonly locationId: string;
  /** The payment that confirmed it; undefined when it was confirmed without one. */
  readonly paymentId: string | undefined;
}

/** Komet has confirmed the order. */
export class OrderConfirmedEvent extends KometEvent<OrderConfirmedDetail> {
  constructor(detail: OrderConfirmedDetail) {
    super('komet-order-confirmed', detail);
  }
}

export interface ChargedBackDetail {
  readonly paymentId: string;
  readonly controlNumber: number | undefined;
  /** The negative payment that took it back. */
  readonly chargeBackId: string;
  readonly chargeBackNumber: number | undefined;
  readonly locationId: string;
  readonly customerId: string;
  /** The invoices that are open again. */
  readonly invoiceIds: readonly string[];
  /** What went back, fee included; positive. */
  readonly totalCents: number;
  readonly moneyBack: MoneyBack | undefined;
}

/** A payment was charged back: its invoices are open again. */
export class PaymentChargedBackEvent extends KometEvent<ChargedBackDetail> {
  constructor(payment: Payment, chargeBack: Payment) {
    const { id: chargeBackId, controlNumber: chargeBackNumber, locationId, customerId, moneyBack } = chargeBack;
    super('komet-payment-charged-back', {
      paymentId: payment.id,
      controlNumber: payment.controlNumber,
      chargeBackId,
      chargeBackNumber,
      locationId,
      customerId,
      invoiceIds: Object.freeze(chargeBack.allocations.map((line) => line.invoiceId)),
      totalCents: Math.abs(chargeBack.totalCents),
      moneyBack,
    });
  }
}

export interface CreditRefundedDetail {
  /** The negative payment. */
  readonly refundId: string;
  readonly controlNumber: number | undefined;
  /** The card payment the credit came from. */
  readonly paymentId: string | undefined;
  readonly creditIds: readonly string[];
  readonly locationId: string;
  readonly customerId: string;
  /** What went back to the card; positive. */
  readonly totalCents: number;
}

/** An open credit went back to the card it came from. */
export class CreditRefundedEvent extends KometEvent<CreditRefundedDetail> {
  constructor(refund: Payment) {
    const { id: refundId, controlNumber, reversalOfId: paymentId, locationId, customerId } = refund;
    super('komet-credit-refunded', {
      refundId,
      controlNumber,
      paymentId,
      creditIds: Object.freeze(refund.credits.map((use) => use.creditId)),
      locationId,
      customerId,
      totalCents: Math.abs(refund.totalCents),
    });
  }
}

export interface DayReconciledDetail {
  readonly locationId: string;
  /** `YYYY-MM-DD` in the time zone of the location. */
  readonly day: string;
  /** What is entered as the bank deposit. */
  readonly depositCents: number;
  readonly reconciliationId: string;
}

/** A day agrees with the processor, or every difference is explained, and it is closed. */
export class DayReconciledEvent extends KometEvent<DayReconciledDetail> {
  constructor(detail: DayReconciledDetail) {
    super('komet-day-reconciled', detail);
  }
}

export interface SubmittingDetail {
  readonly locationId: string;
  readonly customerId: string;
  readonly orderId: string | undefined;
  readonly method: Method;
  readonly amountCents: number;
  readonly feeCents: number;
  /** Money moves only after the promise; when it is rejected, not at all. */
  readonly waitUntil: (promise: Promise<unknown>) => void;
}

/** Money is about to move. The page may cancel it, or make it wait until an order is saved. */
export class PaymentSubmittingEvent extends KometEvent<SubmittingDetail> {
  readonly #awaited: Promise<unknown>[];

  constructor(facts: Omit<SubmittingDetail, 'waitUntil'>) {
    const awaited: Promise<unknown>[] = [];
    const waitUntil = (promise: Promise<unknown>): void => void awaited.push(promise);
    super('komet-payment-submitting', { ...facts, waitUntil }, { cancelable: true });
    this.#awaited = awaited;
  }

  /** Resolves when everything the page asked to wait for is done. */
  async settled(): Promise<void> {
    await Promise.all(this.#awaited);
  }
}

export interface CardSavedDetail {
  readonly cardId: string;
  readonly customerId: string;
  readonly locationId: string;
}

/** A card was put into the vault. */
export class CardSavedEvent extends KometEvent<CardSavedDetail> {
  constructor(detail: CardSavedDetail) {
    super('komet-card-saved', detail);
  }
}

export interface AdjustmentDetail {
  readonly paymentId: string;
  readonly customerId: string;
  readonly locationId: string;
}

/** Somebody wants to adjust a payment. The page shows `<komet-payment-adjust>` for it. */
export class AdjustmentRequestedEvent extends KometEvent<AdjustmentDetail> {
  constructor(detail: AdjustmentDetail) {
    super('komet-adjustment-requested', detail);
  }
}

/** A stored card was described anew, or made the primary one. */
export class CardChangedEvent extends KometEvent<CardSavedDetail> {
  constructor(detail: CardSavedDetail) {
    super('komet-card-changed', detail);
  }
}

/** A stored card was deleted. */
export class CardDeletedEvent extends KometEvent<CardSavedDetail> {
  constructor(detail: CardSavedDetail) {
    super('komet-card-deleted', detail);
  }
}

/** A session token is needed. A page that has one calls `detail.respond` with it, or with a promise of it. */
export class TokenRequestEvent extends KometEvent<{
  readonly respond: (token: TokenAnswer | Promise<TokenAnswer>) => void;
}> {
  readonly #given: { answer?: Promise<TokenAnswer> };

  constructor() {
    const given: { answer?: Promise<TokenAnswer> } = {};
    const respond = (token: TokenAnswer | Promise<TokenAnswer>): void => {
      given.answer ??= Promise.resolve(token);
    };
    super('komet-token-request', { respond }, { cancelable: true });
    this.#given = given;
  }

  /** Undefined when nobody responded. */
  get answer(): Promise<TokenAnswer> | undefined {
    return this.#given.answer;
  }
}

export interface SessionReadyDetail {
  readonly environment: Environment;
  readonly locationIds: readonly string[];
}

export class SessionReadyEvent extends KometEvent<SessionReadyDetail> {
  constructor({ environment, locationIds }: SessionReadyDetail) {
    super('komet-session-ready', { environment, locationIds: Object.freeze([...locationIds]) });
  }
}

export interface ErrorDetail {
  readonly code: PayErrorCode;
  /** `error` when the user is stuck, `warning` when something else can be done. */
  readonly severity: 'warning' | 'error';
  /** For the log of the page; not for its users. */
  readonly message: string;
  readonly retryable: boolean;
  readonly requestId: string | undefined;
}

/** Something failed that the widget has told its user already. */
export class PayErrorEvent extends KometEvent<ErrorDetail> {
  constructor({ code, message, next, retryable, requestId }: PayError) {
    const severity = next === 'stop' || next === 'sign-in' ? 'error' : 'warning';
    super('komet-error', { code, severity, message, retryable, requestId });
  }
}

declare global {
  interface HTMLElementEventMap {
    'komet-payment-submitting': PaymentSubmittingEvent;
    'komet-payment-approved': PaymentApprovedEvent;
    'komet-payment-declined': PaymentDeclinedEvent;
    'komet-payment-failed': PaymentFailedEvent;
    'komet-payment-unknown': PaymentUnknownEvent;
    'komet-payment-cancelled': PaymentCancelledEvent;
    'komet-payment-charged-back': PaymentChargedBackEvent;
    'komet-credit-refunded': CreditRefundedEvent;
    'komet-order-confirmed': OrderConfirmedEvent;
    'komet-adjustment-requested': AdjustmentRequestedEvent;
    'komet-card-saved': CardSavedEvent;
    'komet-card-changed': CardChangedEvent;
    'komet-card-deleted': CardDeletedEvent;
    'komet-day-reconciled': DayReconciledEvent;
    'komet-token-request': TokenRequestEvent;
    'komet-session-ready': SessionReadyEvent;
    'komet-error': PayErrorEvent;
  }
}
