import { createCreditRefund, listRefundableCredits } from '../contract/credit-refund-routes.js';
import type { CreditRefundRequest, RefundableCreditList } from '../contract/credit-refund.js';
import type { Payment } from '../contract/payment.js';
import type { CallOptions, PayClient, WriteOptions } from './call.js';

export const readRefundableCredits =
  (client: PayClient) =>
  (customerId: string, locationId: string, { signal }: CallOptions = {}): Promise<RefundableCreditList> =>
    client.call(listRefundableCredits, { params: { customerId }, query: { locationId }, signal });

/** Resolves with the refund, made or not yet known; a refusal rejects. */
export const refundCredit =
  (client: PayClient) =>
  (request: CreditRefundRequest, options: WriteOptions): Promise<Payment> =>
    client.call(createCreditRefund, { body: request, ...options });
