/** What the sandbox does on purpose: result codes chosen by amount, card number, security code and ZIP. */

export interface ResultCode {
  code: string;
  status: number;
  message: string;
}

const resultCodes: Record<string, [status: number, message: string]> = {
  '000': [200, 'Transaction approved'],
  '003': [402, 'Declined by Issuer - Card expired'],
  '004': [402, 'Card Expired'],
  '005': [402, 'Card Suspended'],
  '006': [402, 'Allowable Pin Entries Exceeded'],
  '007': [402, 'Declined by Issuer - Referred - Please call Card Issuer'],
  '008': [402, 'Declined by Issuer - Invalid Amount'],
  '009': [400, 'Invalid Card Number'],
  '010': [402, 'Declined by Issuer - Account not found'],
  '011': [400, 'Invalid Request'],
  '012': [402, 'Not Sufficient Funds'],
  '013': [402, 'Transaction Not Permitted To Cardholder'],
  '014': [402, 'Declined by Issuer - Exceeds amount limit'],
  '015': [402, 'Declined by Issuer - Transaction not permitted'],
  '016': [402, 'Declined by Issuer - Frequency limit exceeded'],
  '017': [402, 'Card Not Active'],
  '018': [400, 'Invalid Pin'],
  '021': [402, 'Declined by Issuer - Invalid card security code'],
  '022': [400, 'Cashback Amount Exceeded'],
  '023': [402, 'Transaction Declined By Issuer'],
  '024': [402, 'Previously Reversed'],
  '026': [402, 'Declined by Issuer - Invalid Card Number'],
  '027': [402, 'Original Not Found'],
  '030': [402, 'Invalid merchant ID'],
  '031': [402, 'Transaction Did Not Complete Normally, Please Retry'],
  '032': [402, 'Duplicate Transaction'],
  '033': [402, 'Capture Card, Please Call Processor'],
  '058': [402, 'Card Issuer Unavailable'],
};

const codesByCents: Record<string, readonly number[]> = {
  '000': [49, 80, 81, 82],
  '003': [29],
  '004': [4, 5],
  '006': [40],
  '007': [1, 2],
  '008': [11, 32],
  '009': [14],
  '010': [36, 37, 38],
  '011': [31, 35, 39],
  '012': [21],
  '014': [23],
  '015': [43, 44],
  '016': [22, 25, 71],
  '018': [12, 13, 47],
  '021': [48],
  '022': [16],
  '023': [9, 15, 17],
  '024': [10],
  '027': [34],
  '030': [46],
  '031': [3],
  '032': [54],
};

/** The entry of the result table; an unknown code reads as the generic decline. */
export function resultOf(code: string): ResultCode {
  const [status, message] = resultCodes[code] ?? [402, 'Transaction Declined By Issuer'];
  return { code, status, message };
}

/** Code an amount provokes: from one dollar up none; below it the table's, and 023 for cents the table leaves out. */
export function codeOfAmount(cents: number): string {
  if (cents === 0 || cents >= 100) return '000';
  return Object.entries(codesByCents).find(([, amounts]) => amounts.includes(cents))?.[0] ?? '023';
}

/**
 * Code a test card provokes: `400000000000` + a declining result code + check digit declines with that code,
 * for example 4000 0000 0000 0127 with 012 (the numbers are listed in the README).
 */
export function codeOfCard(pan: string): string | undefined {
  const code = /^400000000000(\d{3})\d$/.exec(pan)?.[1];
  return code !== undefined && resultCodes[code]?.[0] === 402 ? code : undefined;
}

/** Answer of the issuer on the security code: 666 declines, 000 approves with a mismatch, none is not processed. */
export function codeOfCsc(csc: string | undefined): { decline?: string; result: string } {
  if (csc === '666') return { decline: '021', result: 'N' };
  if (csc === undefined || csc === '') return { result: 'P' };
  return { result: csc === '000' || csc === '0000' ? 'N' : 'M' };
}

const avsByZip: Record<string, string> = { '11111': 'N', '22222': 'A', '33333': 'Z', '44444': 'U', '55555': 'R' };

/** Address verification by ZIP; undefined when none was sent. */
export function avsOf(zip: string | undefined, street: string | undefined): string | undefined {
  if (zip === undefined || zip === '') return undefined;
  const chosen = avsByZip[zip.slice(0, 5)];
  if (chosen !== undefined) return chosen;
  const long = zip.replace(/\D/g, '').length === 9;
  if (street === undefined || street === '') return long ? 'W' : 'Z';
  return long ? 'X' : 'Y';
}
