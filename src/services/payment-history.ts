import type * as z from 'zod/mini';
import type { paymentFilter, Payment } from '../contract/payment.js';
import * as reports from '../contract/payment-report-routes.js';
import type { PaymentTotals } from '../contract/payment-report.js';
import * as routes from '../contract/routes.js';
import type { CallOptions, PayClient } from './call.js';

/** What a search narrows the history by. */
export type PaymentFilter = z.input<typeof paymentFilter>;

export interface PaymentPage {
  readonly payments: readonly Payment[];
  readonly nextCursor?: string | undefined;
}

/** One page, newest first; `cursor` is the one the page before gave. */
export const listPayments =
  (client: PayClient) =>
  (
    filter: PaymentFilter,
    page: { limit: number; cursor?: string | undefined },
    { signal }: CallOptions = {},
  ): Promise<PaymentPage> =>
    client.call(routes.listPayments, {
      query: { ...filter, limit: String(page.limit), ...(page.cursor && { cursor: page.cursor }) },
      signal,
    });

/** What the whole list adds up to. */
export const totalPayments =
  (client: PayClient) =>
  (filter: PaymentFilter, { signal }: CallOptions = {}): Promise<PaymentTotals> =>
    client.call(reports.totalPayments, { query: filter, signal });
