import type { RefundableCredit } from '../../../contract/credit-refund.js';

/** What the clerk has chosen; the whole credit unless an amount was typed. */
export interface RefundDraft {
  readonly creditId: string;
  readonly amountCents: number | undefined;
  readonly unreadable: string;
  readonly date: string | undefined;
  readonly reason: string;
}

export const EMPTY_DRAFT: RefundDraft = {
  creditId: '',
  amountCents: undefined,
  unreadable: '',
  date: undefined,
  reason: '',
};

/** The chosen credit; the only one there is needs no choice. */
export function chosenOf(draft: RefundDraft, credits: readonly RefundableCredit[]): RefundableCredit | undefined {
  const free = credits.filter((credit) => !credit.heldByPaymentId);
  return free.find(({ creditId }) => creditId === draft.creditId) ?? (free.length === 1 ? free[0] : undefined);
}

export const amountOf = (draft: RefundDraft, credit: RefundableCredit): number =>
  draft.amountCents ?? credit.refundableCents;

/** Why the amount can't be sent; a text that can't be read says so itself. */
export function amountFault(draft: RefundDraft, credit: RefundableCredit): 'amount.over' | 'amount.none' | undefined {
  const cents = amountOf(draft, credit);
  if (cents > credit.refundableCents) return 'amount.over';
  return cents <= 0 ? 'amount.none' : undefined;
}
