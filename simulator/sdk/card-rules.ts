export interface CardRules {
  passesLuhn(digits: string): boolean;
  /** The gateway's word for the brand. */
  brandOf(digits: string): string;
  /** True until the end of the month MMYY (UTC). */
  isCurrent(expDate: string, now: number): boolean;
}

/**
 * What a card number says about itself. Used by the gateway, and sent as text into the card form's page:
 * it must not refer to anything outside itself.
 */
export function cardRules(): CardRules {
  const brands: [string, RegExp][] = [
    ['VISA', /^4/],
    ['MASTERCARD', /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/],
    ['AMEX', /^3[47]/],
    ['DISCOVER', /^(6011|64[4-9]|65)/],
    ['DINERS', /^(30[0-5]|3095|36|38|39)/],
    ['JCB', /^35(2[89]|[3-8])/],
  ];
  return {
    passesLuhn: (digits) =>
      digits
        .split('')
        .reverse()
        .reduce((total, digit, index) => {
          const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
          return total + (value > 9 ? value - 9 : value);
        }, 0) %
        10 ===
      0,
    brandOf: (digits) => brands.find(([, pattern]) => pattern.test(digits))?.[0] ?? 'UNKNOWN',
    isCurrent: (expDate, now) => now < Date.UTC(2000 + Number(expDate.slice(2)), Number(expDate.slice(0, 2)), 1),
  };
}
