import type { FeeRule } from '../contract/location.js';
import type { OpenCredit } from '../contract/invoice.js';
import type { Order } from '../contract/order.js';
import type { PaymentRequest, PaymentSource } from '../contract/payment.js';
import { feeCents } from './fee.js';
import { sumOf } from './payment-plan.js';

/** What an order comes to, in cents. It is always paid whole (rule R-5). */
export interface OrderPayment {
  readonly orderCents: number;
  /** All of the chosen credits: what the order doesn't need is kept as an overpayment (rule R-8). */
  readonly creditCents: number;
  readonly amountCents: number;
  readonly feeCents: number;
  /** What the card is charged. */
  readonly totalCents: number;
  /** Informational (rule R-7): credits and card together, without the fee, and what of it the order doesn't need. */
  readonly receivedCents: number;
  readonly changeCents: number;
}

export function reviewOrder(
  { openCents }: Pick<Order, 'openCents'>,
  credits: readonly Pick<OpenCredit, 'openCents'>[],
  feeRule: FeeRule | undefined,
): OrderPayment {
  const creditCents = sumOf(credits, (credit) => credit.openCents);
  const amountCents = Math.max(0, openCents - creditCents);
  const fee = feeCents(feeRule, amountCents);
  return {
    orderCents: openCents,
    creditCents,
    amountCents,
    feeCents: fee,
    totalCents: amountCents + fee,
    receivedCents: amountCents + creditCents,
    changeCents: amountCents + creditCents - openCents,
  };
}

export interface OrderPaymentDetails {
  readonly review: OrderPayment;
  readonly creditIds: readonly string[];
  /** Left out when credits cover everything. */
  readonly source: PaymentSource | undefined;
  readonly duplicateReason: string;
}

/** The request that pays an order, and confirms it unless that is done; dated by the proxy, always today (rule R-6). */
export function orderRequest(order: Order, details: OrderPaymentDetails): PaymentRequest {
  const { review, creditIds, source } = details;
  const reason = details.duplicateReason.trim();
  return {
    locationId: order.locationId,
    customerId: order.customerId,
    orderId: order.id,
    confirmOrder: order.status === 'pending',
    method: source && 'terminalId' in source ? 'pos-terminal' : 'in-app',
    ...(source && { source }),
    allocations: [{ invoiceId: order.id, amountCents: order.openCents }],
    ...(creditIds.length > 0 && { creditIds: [...creditIds] }),
    amountCents: review.amountCents,
    ...(review.feeCents > 0 && { feeCents: review.feeCents }),
    ...(review.changeCents > 0 && { overpaymentCents: review.changeCents }),
    ...(reason && { duplicateReason: reason }),
  };
}
