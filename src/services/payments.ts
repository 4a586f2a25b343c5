import type { Payment, PaymentRequest } from '../contract/payment.js';
import * as routes from '../contract/routes.js';
import type { CallOptions, PayClient, WriteOptions } from './call.js';

/** Resolves with the approved payment, or with one whose outcome isn't known yet; a decline rejects. */
export const takePayment =
  (client: PayClient) =>
  (request: PaymentRequest, options: WriteOptions): Promise<Payment> =>
    client.call(routes.createPayment, { body: request, ...options });

/** An unknown outcome is looked up at the processor by this read. */
export const readPayment =
  (client: PayClient) =>
  (paymentId: string, { signal }: CallOptions = {}): Promise<Payment> =>
    client.call(routes.readPayment, { params: { paymentId }, signal });

/** The payment that was started under a key; undefined when no request with it has arrived. */
export const findPaymentByKey =
  (client: PayClient) =>
  async (key: string, { signal }: CallOptions = {}): Promise<Payment | undefined> =>
    (await client.call(routes.listPayments, { query: { key }, signal })).payments[0];
