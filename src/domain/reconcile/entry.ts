import type { EntryKind } from '../../contract/reconciliation-words.js';

/**
 * One line of either report: Komet's Payment History or the processor's batches. Both sides have the same shape, so that comparing
 * them the other way round mirrors the result.
 */
export interface Entry {
  /** Unique on its side. */
  readonly id: string;
  /** The processor's id of the transaction. */
  readonly transactionId?: string;
  /** The id the payment was sent under. */
  readonly orderId?: string;
  /** Komet's check reference, or the invoice text at the processor. */
  readonly reference?: string;
  /** For a void or refund: the `transactionId` of the sale it takes back. */
  readonly parentId?: string;
  readonly kind: EntryKind;
  readonly state: EntryState;
  /**
   * Whole cents, signed: what the card was charged (positive) or given back (negative), fee and tip included. A void at the
   * processor is 0, because the sale it takes back is `voided` there; a void in Komet is the mirrored negative payment.
   */
  readonly amountCents: number;
  readonly feeCents: number;
  readonly tipCents: number;
  readonly last4?: string;
  readonly authorizationCode?: string;
  readonly brand?: string;
  /** The business day the side counts it in, `YYYY-MM-DD`: Komet's payment date, or the local day its batch was closed. */
  readonly day: string;
  readonly locationId: string;
  readonly terminalId?: string;
  readonly batchId?: string;
}

export type EntryState = 'approved' | 'declined' | 'voided';

/** The days being closed, both included. Entries outside are given too, so that a late batch can be told from a missing payment. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** What an entry adds to its side's total, in cents: nothing unless money stayed moved. */
export function contributionCents(entry: Entry): number {
  return entry.state === 'approved' ? entry.amountCents : 0;
}

export function isInRange(entry: Entry, range: DayRange): boolean {
  return entry.day >= range.from && entry.day <= range.to;
}
