import type { DeclineCause, FailureCause, Method, Payment } from '../contract/payment.js';
import { KometEvent } from './komet-event.js';

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
