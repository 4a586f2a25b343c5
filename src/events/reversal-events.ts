import type { MoneyBack, Payment } from '../contract/payment.js';
import { KometEvent } from './komet-event.js';

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
