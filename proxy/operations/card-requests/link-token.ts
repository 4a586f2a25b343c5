import { sha256 } from '../fingerprint.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const LENGTH = 28;

export interface LinkKey {
  readonly companyId: string;
  readonly tokenHash: string;
}

/**
 * The token of a link: 28 random letters (131 bits), then the company. Letters alone, since digits in an address could pass for a card
 * number and be refused.
 */
export function newLinkToken(companyId: string): string {
  let letters = '';
  while (letters.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(LENGTH - letters.length))) {
      // 234 is the last multiple of 26 in a byte: beyond it some letters would be likelier.
      if (byte < 234) letters += LETTERS[byte % 26] ?? '';
    }
  }
  return letters + companyId;
}

/** By what a token is looked up; undefined for a text that can't be one. */
export async function readLinkToken(token: string): Promise<LinkKey | undefined> {
  const [, companyId] = /^[a-z]{28}([\w-]{1,64})$/.exec(token) ?? [];
  return companyId === undefined ? undefined : { companyId, tokenHash: await sha256(token) };
}
