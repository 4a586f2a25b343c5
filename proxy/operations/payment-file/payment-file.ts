import type { Payment } from '../../../src/contract/payment.js';
import { XLSX_TYPE, xlsxFile } from '../../../src/domain/sheet/xlsx.js';
import type { Actor, Deps } from '../../deps.js';
import { listPayments } from '../list-payments.js';
import type { PaymentFilter } from '../payment-filter.js';
import { requirePermission } from '../scope.js';
import { cellsOf, headings, languageOf } from './columns.js';
import { csvBatches } from './csv.js';

export interface PaymentFileOrder {
  readonly filter: PaymentFilter;
  readonly format: 'csv' | 'xlsx';
  readonly locale: 'en' | 'es';
}

export interface PaymentFile {
  readonly name: string;
  readonly type: string;
  readonly body: ReadableStream<Uint8Array>;
}

const BATCH = '500';

const FORMATS = {
  csv: { type: 'text/csv; charset=utf-8', write: csvBatches },
  xlsx: { type: XLSX_TYPE, write: xlsxFile },
} as const;

/** Komet's Payment History Report: every payment of a list as a file, read in batches while it is sent. */
export function writePaymentFile(deps: Deps) {
  return async (actor: Actor, { filter, format, locale }: PaymentFileOrder): Promise<PaymentFile> => {
    requirePermission(actor, 'pay', 'pay:read');
    const language = languageOf(locale, await deps.komet.listLocations(actor.companyId));
    const { type, write } = FORMATS[format];
    const cells = mapped(readAll(deps, actor, filter), (payment) => cellsOf(payment, language));
    const days = [filter.from, filter.to].filter(Boolean).map((day) => `_${day}`);
    return { name: `payments${days.join('')}.${format}`, type, body: streamOf(write(headings(language), cells)) };
  };
}

async function* readAll(deps: Deps, actor: Actor, filter: PaymentFilter): AsyncGenerator<Payment[]> {
  let cursor: string | undefined;
  do {
    const page = await listPayments(deps)(actor, { ...filter, limit: BATCH, cursor });
    yield page.payments;
    cursor = page.nextCursor;
  } while (cursor);
}

async function* mapped<From, To>(batches: AsyncIterable<From[]>, map: (one: From) => To): AsyncGenerator<To[]> {
  for await (const batch of batches) yield batch.map(map);
}

/** Written as fast as it is read; nobody reading any more ends it. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
