/** Digits in groups: blanks, dashes and invisible characters between the groups, or a dot, stroke or underscore between fours. */
const DIGIT_GROUPS = /\d+(?:(?:[\s\p{Pd}\p{Cf}\u2212]{1,3}|(?<=\d{4})[./_](?=\d{4}))\d+)*/gu;

/** Digits of other scripts and widths that a keyboard may write: each counts from a multiple of 16. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;

/** A long word of letters and digits, or a UUID, is an id, a key or a token; digits inside it are chance. */
const LONG_WORD = /[a-z\d]{24,}|\b[a-f\d]{8}-[a-f\d]{4}-[1-8][a-f\d]{3}-[89ab][a-f\d]{3}-[a-f\d]{12}\b/gi;

const SHORTEST = 13;
const LONGEST = 19;

/** First digits of the brands a card form takes: 3, 4, 5, 6 and Mastercard's 2221 to 2720. */
const ISSUER = /^(?:[3-6]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/;

/** True when the text holds what looks like a card number: 13 to 19 digits of a card brand that pass the Luhn check. */
export function containsCardNumber(text: string): boolean {
  return maskCardNumbers(text) !== text;
}

/** The text with everything that looks like a card number blotted out. */
export function maskCardNumbers(text: string): string {
  const identifiers = [...text.matchAll(LONG_WORD)]
    .filter(([word]) => /\d/.test(word) && /[a-z]/i.test(word))
    .map(({ index, 0: word }) => [index, index + word.length] as const);
  const plain = text.replaceAll(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) % 16));
  const masked = plain.replaceAll(DIGIT_GROUPS, (run: string, start: number) => {
    if (run.length < SHORTEST || !holdsCardNumber(run.split(/\D+/))) return run;
    return identifiers.some(([from, to]) => from <= start && start + run.length <= to) ? run : '[card number]';
  });
  return masked === plain ? text : masked;
}

/** Tries every stretch of whole groups, so that an expiry typed behind the number doesn't hide it. */
function holdsCardNumber(groups: readonly string[]): boolean {
  return groups.some((_, first) => {
    let digits = '';
    for (let next = first; next < groups.length && digits.length < LONGEST; next += 1) {
      digits += groups[next] ?? '';
      if (isCardNumber(digits)) return true;
    }
    return false;
  });
}

function isCardNumber(digits: string): boolean {
  return digits.length >= SHORTEST && digits.length <= LONGEST && ISSUER.test(digits) && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const weighed = index % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}
