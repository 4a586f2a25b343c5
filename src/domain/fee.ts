import { FEE_CAP_HUNDREDTHS, type FeeRule } from '../contract/location.js';

/** The fee on an amount, in cents: half a cent is rounded up, and never more than the processor's cap. */
export function feeCents(rule: FeeRule | undefined, amountCents: number): number {
  if (!rule || amountCents <= 0) return 0;
  const percent = Math.floor((amountCents * (rule.percentHundredths ?? 0) + 5_000) / 10_000);
  const cap = Math.floor((amountCents * FEE_CAP_HUNDREDTHS) / 10_000);
  return Math.min(percent + (rule.flatCents ?? 0), cap);
}
