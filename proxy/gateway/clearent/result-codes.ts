import type { DeclineCause } from '../../../src/contract/payment.js';

/** Two different calls can mean the same code, so every table here is read together with the HTTP status and endpoint. */

/** The gateway asked the issuer and does not know how it ended, or says so of itself. */
const DOUBTFUL: ReadonlySet<string> = new Set([
  '019',
  '031',
  '049',
  '050',
  '051',
  '052',
  '053',
  '055',
  '057',
  '058',
  '060',
  '062',
  '063',
  '064',
  '065',
  '073',
]);

/** An earlier transaction looks the same to the gateway or the network; ours may or may not exist. */
const DUPLICATE: ReadonlySet<string> = new Set(['032', '045', '059']);

/** The request or the account's set-up is at fault, not the card. */
const NOT_THE_CARD: ReadonlySet<string> = new Set(['002', '011', '020', '028', '029', '030', '041', '043', '044']);

/** The transaction to be reversed is not in a state that allows it. */
const NOT_REVERSIBLE: ReadonlySet<string> = new Set(['011', '024', '025', '027']);

const CAUSES = new Map<string, DeclineCause>(
  Object.entries({
    '003': 'expired-card',
    '004': 'expired-card',
    '005': 'card-not-active',
    '006': 'call-issuer',
    '007': 'call-issuer',
    '008': 'limit-exceeded',
    '009': 'invalid-card-number',
    '010': 'invalid-card-number',
    '012': 'insufficient-funds',
    '013': 'not-permitted',
    '014': 'limit-exceeded',
    '015': 'not-permitted',
    '016': 'limit-exceeded',
    '017': 'card-not-active',
    '018': 'invalid-security-code',
    '021': 'invalid-security-code',
    '022': 'limit-exceeded',
    '023': 'declined',
    '026': 'invalid-card-number',
    // A card that is to be kept, or was lost: the clerk is not told.
    '033': 'declined',
    '034': 'declined',
    '046': 'address-mismatch',
    '047': 'invalid-security-code',
    '048': 'invalid-security-code',
    '031': 'try-again-later',
    '054': 'try-again-later',
    '056': 'try-again-later',
    '057': 'try-again-later',
    '058': 'try-again-later',
    '061': 'try-again-later',
  } satisfies Record<string, DeclineCause>),
);

export const isDoubtful = (code: string): boolean => DOUBTFUL.has(code);
export const isDuplicate = (code: string): boolean => DUPLICATE.has(code);
export const isNotTheCard = (code: string): boolean => NOT_THE_CARD.has(code);
export const isNotReversible = (code: string): boolean => NOT_REVERSIBLE.has(code);
/** "000" today, "0000" in older documents. */
export const isSuccess = (code: string): boolean => /^0{3,4}$/.test(code);

/** Undefined for codes that name no decline. */
export const causeOf = (code: string): DeclineCause | undefined => CAUSES.get(code);
