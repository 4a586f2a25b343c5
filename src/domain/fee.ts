import type { FeeRule } from '../contract/location.js';

/** The processor refuses a service fee above 3.99 % of what is paid; in hundredths of a percent. */
export const FEE_CAP_HUNDREDTHS = 399;

/** The fee on an amount, in cents: half a cent is rounded up, and never more than the processor's cap. */
export function feeCents(rule: FeeRule | undefined, amountCents: number): number {
  if (!rule || amountCents <= 0) return 0;
  const percent = Math.floor((amountCents * (rule.percentHundredths ?? 0) + 5_000) / 10_000);
  const cap = Math.floor((amountCents * FEE_CAP_HUNDREDTHS) / 10_000);
  return Math.min(percent + (rule.flatCents ?? 0), cap);
}
