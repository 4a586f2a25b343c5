import type { ChargeBackPreview, ChargeBackRefusal } from '../../../contract/charge-back.js';
import type { Payment } from '../../../contract/payment.js';
import type { WriteState } from '../../../controllers/write.js';
import type { PayError } from '../../../services/pay-error.js';

/** What the window shows. */
export type Stage =
  | { readonly kind: 'form'; readonly failure: PayError | undefined }
  | { readonly kind: 'running' }
  | { readonly kind: 'unknown'; readonly needsPerson: boolean }
  | { readonly kind: 'done'; readonly chargeBack: Payment }
  | { readonly kind: 'refused'; readonly refusal: LastingRefusal };

type DateReason = Extract<ChargeBackRefusal['reason'], `date-${string}`>;

/** A refusal that no other date gets around. */
export type LastingRefusal = ChargeBackRefusal & { readonly reason: Exclude<ChargeBackRefusal['reason'], DateReason> };

/** Where a charge back stands, by what the proxy knows of it and what was sent from here. */
export function stageOf(
  preview: ChargeBackPreview,
  chargeBack: Payment | undefined,
  write: WriteState<Payment>,
): Stage {
  if (chargeBack?.status === 'approved') return { kind: 'done', chargeBack };
  if (write.status === 'running') return { kind: 'running' };
  if (write.status === 'unknown' || chargeBack) {
    return { kind: 'unknown', needsPerson: chargeBack?.needsReview ?? false };
  }
  if (preview.refusal && isLasting(preview.refusal)) return { kind: 'refused', refusal: preview.refusal };
  return { kind: 'form', failure: failureOf(write) };
}

const isLasting = (refusal: ChargeBackRefusal): refusal is LastingRefusal => !refusal.reason.startsWith('date-');

const failureOf = (write: WriteState<Payment>): PayError | undefined =>
  write.status === 'failed' ? write.error : undefined;
