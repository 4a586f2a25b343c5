import type { Receipt, ReceiptMail } from '../contract/receipt.js';
import * as routes from '../contract/receipt-routes.js';
import type { CallOptions, PayClient, WriteOptions } from './call.js';

export const readReceipt =
  (client: PayClient) =>
  (paymentId: string, { signal }: CallOptions = {}): Promise<Receipt> =>
    client.call(routes.readReceipt, { params: { paymentId }, signal });

/** Resolves once the mail is on its way. */
export const mailReceipt =
  (client: PayClient) =>
  async (paymentId: string, mail: ReceiptMail, options: WriteOptions): Promise<void> => {
    await client.call(routes.mailReceipt, { params: { paymentId }, body: mail, ...options });
  };
