import type { PaymentStatus } from '../contract/payment.js';

const NEXT: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  requested: ['approved', 'declined', 'failed', 'cancelled', 'unknown'],
  unknown: ['approved', 'declined', 'failed', 'cancelled'],
  approved: ['charge-back-requested'],
  'charge-back-requested': ['charged-back', 'approved'],
  declined: [],
  failed: [],
  cancelled: [],
  'charged-back': [],
};

/** Whether a payment may go from one status to the other. */
export function canBecome(from: PaymentStatus, to: PaymentStatus): boolean {
  return NEXT[from].includes(to);
}

/** Whether the outcome for the customer's card is known for certain. */
export function isOutcomeKnown(status: PaymentStatus): boolean {
  return status !== 'requested' && status !== 'unknown';
}
