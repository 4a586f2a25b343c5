const CANDIDATE = /(?<!\d)[2-6](?:[ -]?\d){12,18}(?!\d)/g;

/** True when a text holds what could be a card's number: right length, first digit and check digit. */
export function holdsCardNumber(text: string): boolean {
  return (text.match(CANDIDATE) ?? []).some((candidate) => passesLuhn(candidate.replace(/\D/g, '')));
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, place) => {
      const doubled = Number(digit) * (place % 2 === 0 ? 1 : 2);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
}
