/** How two entries were recognised as the same payment, strongest first. */
export const MATCH_RULES = [
  'transaction-id',
  'order-id',
  'reference-and-amount',
  'card-and-authorization',
  'sale-and-amount',
] as const;
export type MatchRule = (typeof MATCH_RULES)[number];

/** Why a day is off. `voided-pair`, `matched` and the like are groups but no differences. */
export const DIFFERENCE_KINDS = [
  'missing-in-komet',
  'missing-at-processor',
  'amount',
  'sign',
  'fee',
  'tip',
  'duplicate',
  'later-batch',
  'cut-off',
  'wrong-location',
  'wrong-terminal',
  'declined-but-booked',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** The group each entry ends in, exactly one. */
export const GROUPS = ['matched', 'voided-pair', 'no-money', 'outside', ...DIFFERENCE_KINDS] as const;
export type Group = (typeof GROUPS)[number];

/** The likely cause of a difference; the widget has a sentence and a next step for each. */
export const CAUSES = [
  'keyed-at-virtual-terminal',
  'posting-lost',
  'voided-at-processor',
  'not-sent-to-processor',
  'gone-at-processor',
  'reversal-not-at-processor',
  'reversal-not-in-komet',
  'amount-edited',
  'sale-booked-as-refund',
  'fee-on-one-side-only',
  'tip-on-one-side-only',
  'charged-twice',
  'booked-twice',
  'refund-settles-later',
  'refund-booked-later',
  'settled-after-cut-off',
  'settled-before-day',
  'other-location',
  'other-terminal',
  'declined-at-processor',
  'declined-in-komet',
] as const;
export type Cause = (typeof CAUSES)[number];

export const ENTRY_KINDS = ['sale', 'refund', 'void'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What a column of the Virtual Terminal's Batch report may hold. */
export const REPORT_FIELDS = [
  'transactionId',
  'orderId',
  'reference',
  'type',
  'status',
  'amount',
  'fee',
  'tip',
  'date',
  'batchId',
  'terminalId',
  'brand',
  'last4',
  'authorizationCode',
] as const;
export type ReportField = (typeof REPORT_FIELDS)[number];

/** Without these a report can't be compared. */
export const NEEDED_REPORT_FIELDS = [
  'transactionId',
  'type',
  'amount',
  'date',
] as const satisfies readonly ReportField[];
