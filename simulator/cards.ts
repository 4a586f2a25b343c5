import { invalid } from './refusal.js';
import { cardRules } from './sdk/card-rules.js';
import type { Card, PresentedCard } from './state.js';
import { codeOfCard, codeOfCsc } from './triggers.js';

const rules = cardRules();

/**
 * Reads a keyed card: number by Luhn, expiry by its form only (an expired card is the issuer's to decline).
 * @throws Refusal 400/041
 */
export function readCard(pan: unknown, expDate: unknown, csc: unknown): PresentedCard {
  const digits = typeof pan === 'string' ? pan.replace(/[ -]/g, '') : '';
  if (!/^\d{13,19}$/.test(digits) || !rules.passesLuhn(digits)) throw invalid('Invalid card number');
  if (csc !== undefined && !(typeof csc === 'string' && /^\d{3,4}$/.test(csc))) throw invalid('Invalid csc');
  const security = codeOfCsc(csc);
  const decline = codeOfCard(digits) ?? security.decline;
  return {
    lastFour: digits.slice(-4),
    cardType: rules.brandOf(digits),
    expDate: readExpiry(expDate),
    fingerprint: hash(digits),
    cscResult: security.result,
    ...(decline !== undefined && { decline }),
  };
}

/** MMYY with a real month. */
export function readExpiry(expDate: unknown): string {
  if (typeof expDate !== 'string' || !/^(0[1-9]|1[0-2])\d{2}$/.test(expDate)) throw invalid('Invalid exp-date, MMYY');
  return expDate;
}

/** A card is good until the end of its month (UTC). */
export function isExpired(expDate: string, now: number): boolean {
  return !rules.isCurrent(expDate, now);
}

/** "XXXXXXXXXXXX1111", as long as the brand's numbers are. */
export function maskedNumber(card: Card): string {
  return card.lastFour.padStart(card.cardType === 'AMEX' ? 15 : 16, 'X');
}

/** Hides everything that could be a card number or a token id in free text, but for the last four. */
export function maskDigits(text: string): string {
  return text.replace(/\d{9,15}(?=\d{4}(?!\d))/g, (digits) => 'X'.repeat(digits.length));
}

function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const character of text) {
    high = Math.imul(high ^ character.charCodeAt(0), 2654435761);
    low = Math.imul(low ^ character.charCodeAt(0), 1597334677);
  }
  return (high >>> 0).toString(16).padStart(8, '0') + (low >>> 0).toString(16).padStart(8, '0');
}
