import type { VaultCard } from '../port.js';
import { holdsCardNumber } from './card-number.js';
import { present } from './present.js';
import { linkedId, readOne, tokenRow, transactionRow, type Answer, type TokenRow } from './schemas.js';
import { lastFourOf, toBrand } from './transactions.js';

/**
 * The stored card an answer tells of, in any of the places the gateway puts it. What the token does not say is taken from
 * the transaction beside it; its id ends in the card's last four.
 */
export function readVaultCard(answer: Answer): VaultCard | undefined {
  const token = tokenIn(answer);
  const transaction = readOne(transactionRow, answer.payload['transaction']);
  const vaultId = token['token-id'] ?? linkedId(answer, 'token');
  const last4 = lastFourOf(token['last-four-digits'], transaction?.['last-four'], transaction?.card, vaultId);
  if (vaultId === undefined || !isVaultId(vaultId) || last4 === undefined) return undefined;
  const brand = toBrand(token['card-type'] ?? transaction?.['card-type']);
  return { vaultId, brand, last4, ...present({ expiry: expiryOf(token) }) };
}

function tokenIn({ payload }: Answer): Partial<TokenRow> {
  return readOne(tokenRow, payload['tokenResponse']) ?? readOne(tokenRow, payload['token']) ?? {};
}

/** `MMYY` */
function expiryOf(token: Partial<TokenRow>): string | undefined {
  return /^(0[1-9]|1[0-2])\d\d$/.exec(token['exp-date'] ?? '')?.[0];
}

/** A vault's id looks like a card number but never is one. */
function isVaultId(text: string): boolean {
  return /^[\w-]{1,64}$/.test(text) && !holdsCardNumber(text);
}
