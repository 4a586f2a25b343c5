import type * as z from 'zod/mini';
import type { paymentFilter, Payment } from '../contract/payment.js';
import * as reports from '../contract/payment-report-routes.js';
import type { PaymentTotals } from '../contract/payment-report.js';
import * as routes from '../contract/routes.js';
import type { CallOptions, PayClient } from './call.js';
import { clientError, PayError } from './pay-error.js';

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

export interface PaymentFileFormat {
  readonly format: 'csv' | 'xlsx';
  /** The language of its headings. */
  readonly locale: 'en' | 'es';
}

/** The whole list as a file, which the proxy writes while it is sent. */
export const downloadPayments =
  (client: PayClient) =>
  async (filter: PaymentFilter, format: PaymentFileFormat, { signal }: CallOptions = {}): Promise<Blob> => {
    try {
      return await client.file(reports.totalPayments, { query: { ...filter, ...format }, signal });
    } catch (error) {
      if (error instanceof PayError || signal?.aborted) throw error;
      // The connection went while the file was under way; a part of it is nothing to work with.
      throw clientError('unreachable', { cause: error });
    }
  };
