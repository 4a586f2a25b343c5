import type { ChargeBackPreview, ChargeBackRequest } from '../contract/charge-back.js';
import { createChargeBack, previewChargeBack } from '../contract/charge-back-routes.js';
import type { Payment } from '../contract/payment.js';
import type { CallOptions, PayClient, WriteOptions } from './call.js';

/** What a charge back would do; one whose outcome is unknown is looked up at the processor by this read. */
export const readChargeBackPreview =
  (client: PayClient) =>
  (paymentId: string, { signal }: CallOptions = {}): Promise<ChargeBackPreview> =>
    client.call(previewChargeBack, { params: { paymentId }, query: {}, signal });

/** Resolves with the charge back, made or not yet known; a refusal rejects. */
export const chargePaymentBack =
  (client: PayClient) =>
  (paymentId: string, request: ChargeBackRequest, options: WriteOptions): Promise<Payment> =>
    client.call(createChargeBack, { params: { paymentId }, body: request, ...options });
