import type { PaymentRequest, PaymentSource } from '../contract/payment.js';
import { reviewDraft } from './draft-review.js';
import type { FeeRule } from '../contract/location.js';
import type { OpenItems, PaymentDraft } from './payment-draft.js';

/** What the draft doesn't know: who pays where, with what, and the words around it. */
export interface PaymentDetails {
  readonly locationId: string;
  readonly customerId: string;
  readonly feeRule: FeeRule | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly notes: string;
  /** Left out when credits cover everything. */
  readonly source: PaymentSource | undefined;
  readonly duplicateReason?: string | undefined;
}

/** The request that carries a draft out, with every sum said as the clerk saw it. */
export function requestOf(draft: PaymentDraft, items: OpenItems, details: PaymentDetails): PaymentRequest {
  const review = reviewDraft(draft, items, details.feeRule);
  const notes = details.notes.trim();
  const reason = details.duplicateReason?.trim();
  return {
    locationId: details.locationId,
    customerId: details.customerId,
    method: details.source && 'terminalId' in details.source ? 'pos-terminal' : 'in-app',
    ...(details.source && { source: details.source }),
    allocations: [...draft.lines].map(([invoiceId, { amountCents, discountCents }]) => ({
      invoiceId,
      amountCents,
      ...(discountCents > 0 && { discountCents }),
    })),
    ...(review.creditsAppliedCents > 0 && { creditIds: [...draft.creditIds] }),
    amountCents: review.amountCents,
    ...(review.feeCents > 0 && { feeCents: review.feeCents }),
    ...(review.overpaymentCents > 0 && { overpaymentCents: review.overpaymentCents }),
    date: details.date,
    ...(notes && { notes }),
    ...(reason && { duplicateReason: reason }),
  };
}
