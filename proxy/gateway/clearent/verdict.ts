import type { SaleRequest } from '../port.js';
import { codeOf } from './call.js';
import { errorRow, readOne, transactionRow, type Answer, type TransactionRow } from './schemas.js';
import { resultOf } from './transactions.js';

/** What was asked for, to be held against what is answered. */
export interface Expected {
  readonly operation: 'sale' | 'void' | 'refund' | 'store-card';
  readonly endpoint: 'keyed' | 'mobile' | 'terminal';
  readonly orderId: string;
  readonly amountCents: number;
  readonly feeCents: number;
  readonly feeKind?: SaleRequest['feeKind'];
  /** The transaction a void or refund is for. */
  readonly parentId?: string;
}

/** An answer boiled down to what decides. */
export interface Verdict {
  readonly row: TransactionRow | undefined;
  readonly result: ReturnType<typeof resultOf>;
  readonly code: string | undefined;
  /** What the error says, also beside a transaction that says otherwise. */
  readonly errorCode: string | undefined;
  readonly message: string;
}

export function readVerdict(answer: Answer, expected: Expected): Verdict {
  const error = readOne(errorRow, answer.payload['error']);
  const errorCode = error?.['result-code'];
  const row = ownRow(answer, errorCode, expected);
  return {
    row,
    result: row && resultOf(row),
    code: row ? codeOf(answer) : (errorCode ?? codeOf(answer)),
    errorCode,
    message: `${row?.['display-message'] ?? ''} ${error?.['error-message'] ?? ''}`,
  };
}

/** Beside the error of a refused reversal the transaction may be the one that was to be reversed: it decides nothing. */
function ownRow({ payload }: Answer, errorCode: string | undefined, { parentId }: Expected): Verdict['row'] {
  const row = readOne(transactionRow, payload['transaction']);
  const isParent = parentId !== undefined && row?.id === parentId;
  return isParent && errorCode !== undefined ? undefined : row;
}
