import type { Payment } from '../../../contract/payment.js';
import type { PayClient } from '../../../services/call.js';
import { listInvoices } from '../../../services/customers.js';
import { readPayment } from '../../../services/payments.js';

export interface AdjustedInvoice {
  readonly id: string;
  readonly number: string;
  /** What the original put on it, discounts included. */
  readonly beforeCents: number;
  readonly openCents: number;
}

/** How far an adjustment has come, read from the payments alone, so that it can be left and resumed. */
export interface Adjustment {
  readonly payment: Payment;
  readonly invoices: readonly AdjustedInvoice[];
  /** The payment that took its place. */
  readonly replacement: Payment | undefined;
}

export type Step = 'back' | 'under-way' | 'change' | 'done' | 'outcome-unknown' | 'not-possible';

export function stepOf({ payment, replacement }: Adjustment): Step {
  if (replacement) return 'done';
  if (payment.concept !== 'payment') return 'not-possible';
  switch (payment.status) {
    case 'approved':
      return 'back';
    case 'charge-back-requested':
      return 'under-way';
    case 'charged-back':
      return 'change';
    case 'requested':
    case 'unknown':
      return 'outcome-unknown';
    default:
      return 'not-possible';
  }
}

export async function loadAdjustment(client: PayClient, paymentId: string, signal: AbortSignal): Promise<Adjustment> {
  const payment = await readPayment(client)(paymentId, { signal });
  const { customerId, locationId, replacedById, status } = payment;
  const replacement = replacedById ? await readPayment(client)(replacedById, { signal }) : undefined;
  const open = status === 'charged-back' ? await listInvoices(client)(customerId, locationId, { signal }) : [];
  const invoices = payment.allocations.map((line) => ({
    id: line.invoiceId,
    number: line.invoiceNumber,
    beforeCents: line.amountCents + line.discountCents,
    openCents: open.find((invoice) => invoice.id === line.invoiceId)?.openCents ?? 0,
  }));
  return { payment, invoices, replacement };
}
