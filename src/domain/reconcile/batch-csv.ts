import type { ReportField } from '../../contract/reconciliation-words.js';

/** The first lines of a report, to choose its columns by. */
export interface ReportHeader {
  readonly delimiter: string;
  /** The headings, trimmed. */
  readonly columns: readonly string[];
  /** The lines under them, as they stand in the file. */
  readonly rows: readonly (readonly string[])[];
  /** Where the headings stand, counted from 1: reports may begin with a title. */
  readonly line: number;
}

const SAMPLE = 65_536;
const SAMPLE_ROWS = 10;
/** Titles, merchant and date lines that a report may begin with. */
const MOST_LINES_ABOVE = 10;
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Finds the headings of a Batch report: the line that reads most like them. Undefined when there is none. */
export function readHeader(text: string): ReportHeader | undefined {
  const sample = text.slice(0, SAMPLE).replace(/^\uFEFF/, '');
  let best: (ReportHeader & { readonly score: number }) | undefined;
  for (const delimiter of DELIMITERS) {
    const lines = splitLines(sample, delimiter);
    for (const [at, columns] of lines.slice(0, MOST_LINES_ABOVE).entries()) {
      const score = Object.keys(guessColumns(columns)).length;
      if (score < 2 || score <= (best?.score ?? 0)) continue;
      best = { delimiter, columns, rows: lines.slice(at + 1, at + 1 + SAMPLE_ROWS), line: at + 1, score };
    }
  }
  if (!best) return undefined;
  const { delimiter, columns, rows, line } = best;
  return { delimiter, columns, rows, line };
}

/** Headings that reports use, in lower case without anything but letters and digits; the first that is found is taken. */
const HEADINGS: Readonly<Record<ReportField, readonly string[]>> = {
  transactionId: ['transactionid', 'transid', 'tranid', 'txnid', 'transactionnumber', 'transaction', 'id'],
  orderId: ['orderid', 'ordernumber', 'order'],
  reference: ['invoice', 'invoicenumber', 'reference', 'referencenumber', 'purchaseorder', 'memo', 'description'],
  type: ['transactiontype', 'type', 'trantype', 'transtype'],
  status: ['status', 'result', 'transactionstatus', 'response'],
  amount: ['totalamount', 'total', 'transactionamount', 'amount', 'netamount'],
  fee: ['servicefee', 'conveniencefee', 'surcharge', 'fee'],
  tip: ['tipamount', 'tip', 'gratuity'],
  date: ['settled', 'settleddate', 'transactiondate', 'datetime', 'created', 'createddate', 'date', 'transactiontime'],
  batchId: ['batchid', 'batchnumber', 'batch'],
  terminalId: ['terminalid', 'terminal', 'tid', 'terminalname'],
  brand: ['cardtype', 'cardbrand', 'brand', 'network'],
  last4: ['last4', 'lastfour', 'lastfourdigits', 'cardnumber', 'card', 'accountnumber', 'account'],
  authorizationCode: ['authorizationcode', 'authcode', 'approvalcode', 'authorization', 'approval'],
};

/** Which heading most likely holds what; each is used once. */
export function guessColumns(columns: readonly string[]): Partial<Record<ReportField, string>> {
  const plain = columns.map((column) => column.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const taken = new Set<number>();
  const guess: Partial<Record<ReportField, string>> = {};
  for (const [field, headings] of Object.entries(HEADINGS) as [ReportField, readonly string[]][]) {
    const at = headings.map((heading) => plain.indexOf(heading)).find((found) => found >= 0 && !taken.has(found));
    if (at === undefined) continue;
    taken.add(at);
    guess[field] = columns[at] as string;
  }
  return guess;
}

/** The lines of a short text, split into cells; quotes are taken off. */
function splitLines(text: string, delimiter: string): string[][] {
  const lines: string[][] = [[]];
  // A cell in quotes or without, and what ends it.
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^\\n${delimiter}]*))[ \\r]*([${delimiter}]|\\n|$)`, 'y');
  while (cell.lastIndex < text.length && lines.length <= MOST_LINES_ABOVE + SAMPLE_ROWS) {
    const found = cell.exec(text);
    if (!found) break;
    const [, quoted, plain = '', end] = found;
    lines.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === '\n') lines.push([]);
  }
  return lines.filter((cells) => cells.length > 0);
}
