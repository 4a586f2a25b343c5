import {
  GROUPS,
  type Cause,
  type DifferenceKind,
  type Group,
  type MatchRule,
} from '../../contract/reconciliation-words.js';

export {
  DIFFERENCE_KINDS,
  GROUPS,
  MATCH_RULES,
  type Cause,
  type DifferenceKind,
  type Group,
  type MatchRule,
} from '../../contract/reconciliation-words.js';

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
