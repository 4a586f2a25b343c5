import { FEE_CAP_HUNDREDTHS, type FeeRule } from '../../../contract/location.js';
import type { LocationSettingsChange } from '../../../contract/setting.js';
import { readAmount } from '../../../domain/typed-amount.js';

/** A fee as it is typed: percent and dollars both have two decimals, so both are read as whole hundredths. */
export interface FeeDraft {
  readonly kind: 'none' | FeeRule['kind'];
  readonly basis: 'percent' | 'flat';
  readonly value: string;
}

export type FeeFault = 'fee.unreadable' | 'fee.zero' | 'fee.over';

export function draftOf(rule: FeeRule | undefined, decimal: (hundredths: number) => string): FeeDraft {
  if (!rule) return { kind: 'none', basis: 'percent', value: '' };
  const { kind, percentHundredths, flatCents } = rule;
  return flatCents
    ? { kind, basis: 'flat', value: decimal(flatCents) }
    : { kind, basis: 'percent', value: decimal(percentHundredths ?? 0) };
}

type ReadFee = { readonly fault: FeeFault } | { readonly rule: NonNullable<LocationSettingsChange['feeRule']> | null };

/** The fee that is typed, `null` for none, or what keeps it from being saved. */
export function readFee({ kind, basis, value }: FeeDraft, decimalMark: '.' | ','): ReadFee {
  if (kind === 'none') return { rule: null };
  const typed = readAmount(value, decimalMark);
  if (!typed.ok) return { fault: 'fee.unreadable' };
  if (typed.cents === 0) return { fault: 'fee.zero' };
  if (basis === 'flat') return { rule: { kind, flatCents: typed.cents } };
  if (typed.cents > FEE_CAP_HUNDREDTHS) return { fault: 'fee.over' };
  return { rule: { kind, percentHundredths: typed.cents } };
}
