/** Digits in groups, with a blank or a dash or both between the groups. */
const DIGIT_GROUPS = /\d+(?:[ \u00a0-]{1,2}\d+)*/g;

/** A long word of letters and digits is an id, a key or a token; digits inside it are chance. */
const LONG_WORD = /[a-z\d]{24,}/gi;

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
    .filter(([word]) => /\d/.test(word) && /\D/.test(word))
    .map(({ index, 0: word }) => [index, index + word.length] as const);
  return text.replaceAll(DIGIT_GROUPS, (run: string, start: number) => {
    if (run.length < SHORTEST) return run;
    if (identifiers.some(([from, to]) => from <= start && start + run.length <= to)) return run;
    return holdsCardNumber(run.split(/\D+/)) ? '[card number]' : run;
  });
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
