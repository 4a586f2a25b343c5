/** How two entries were recognised as the same payment, strongest first. */
export const MATCH_RULES = ['transaction-id', 'order-id', 'reference-and-amount', 'card-and-authorization'] as const;
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
  'declined-at-processor',
  'declined-in-komet',
] as const;
export type Cause = (typeof CAUSES)[number];

/** One thing that keeps the day from balancing. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly cause: Cause;
  /** Positions in the lists that were given. */
  readonly komet: readonly number[];
  readonly processor: readonly number[];
  /** What it adds to Komet's total less the processor's, in cents; 0 where both agree on the money, e.g. another location. */
  readonly cents: number;
  readonly rule?: MatchRule;
}

/** Where each entry of one side ended: its counterpart (or -1), its group and the rule that matched it (or -1), by position. */
export interface SideResult {
  readonly match: Int32Array;
  readonly group: Uint8Array;
  readonly rule: Int8Array;
  /** Sum of what the entries inside the range contribute, in cents. */
  readonly totalCents: number;
}

export interface Reconciliation {
  readonly komet: SideResult;
  readonly processor: SideResult;
  /** Largest first; equal ones in the order of their ids. */
  readonly differences: readonly Difference[];
  /** Komet's total less the processor's; always the sum of the differences' cents. */
  readonly offCents: number;
  /** True when every entry is explained without a difference. */
  readonly balanced: boolean;
}

export const groupCode = (group: Group): number => GROUPS.indexOf(group);
export const groupName = (code: number): Group => GROUPS[code] ?? 'matched';
