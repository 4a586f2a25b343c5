import type { Posting } from '../port.js';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/**
 * Why an entry doesn't add up, if it doesn't: what was paid and the credits used are what was applied and what is left over; a
 * refund pays out the credits it uses.
 */
export function imbalanceOf({
  concept,
  allocations,
  credits,
  amountCents,
  overpaymentCents,
}: Posting): string | undefined {
  const lines = [...allocations, ...credits];
  const all = [amountCents, overpaymentCents, ...lines.map((line) => line.amountCents)];
  const discounts = allocations.map((line) => line.discountCents);
  if ([...all, ...discounts].some((cents) => !Number.isSafeInteger(cents) || cents < 0))
    return 'an amount is not whole cents of zero or more';
  const fromCredits = sum(credits.map((use) => use.amountCents));
  const isRefund = concept === 'refund';
  const given = isRefund ? fromCredits : amountCents + fromCredits;
  const used = (isRefund ? amountCents : 0) + overpaymentCents + sum(allocations.map((line) => line.amountCents));
  return given === used ? undefined : `it gives ${given} cents and uses ${used}`;
}

/** Why an entry is not the mirror of the payment it takes back, if it isn't: always the whole of it (rules ), and not before it. */
export function differenceFrom(original: Posting, reversal: Posting): string | undefined {
  if (original.concept !== 'payment') return 'only a payment can be taken back';
  if (reversal.date < original.date) return `it is dated before the payment, ${original.date}`;
  return factsOf(original) === factsOf(reversal) ? undefined : 'it differs from the payment';
}

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

function factsOf(posting: Posting): string {
  const { customerId, locationId, amountCents, feeCents, overpaymentCents, allocations, credits } = posting;
  return JSON.stringify([
    [customerId, locationId, amountCents, feeCents, overpaymentCents],
    allocations.map((line) => [line.invoiceId, line.amountCents, line.discountCents].join()).sort(byText),
    credits.map((use) => [use.creditId, use.amountCents].join()).sort(byText),
  ]);
}
