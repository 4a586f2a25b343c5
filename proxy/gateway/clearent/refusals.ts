import type { GatewayOutcome, RejectionReason, UnknownReason } from '../port.js';
import type { Reply } from './call.js';
import { decimalToCents } from './money.js';
import { present } from './present.js';
import { causeOf, isDoubtful, isDuplicate, isNotReversible, isNotTheCard, isSuccess } from './result-codes.js';
import type { TransactionRow } from './schemas.js';
import { safeText } from './transactions.js';
import { readVerdict, type Expected, type Verdict } from './verdict.js';

export type Refusal = Exclude<GatewayOutcome, { kind: 'approved' }>;

/** What became of a call that was not approved. */
export function refusalOf(reply: Reply, expected: Expected): Refusal {
  if (reply.kind !== 'answer' || !reply.answer) return outcomeWithoutAnswer(reply);
  const { status } = reply;
  const verdict = readVerdict(reply.answer, expected);
  const { code } = verdict;
  if (verdict.result === 'approved') return unknown('mismatch');
  if (status >= 500) return unknown('server-error');
  if (code !== undefined && isDuplicate(code)) return unknown('duplicate-answer');
  if (code !== undefined && isDoubtful(code)) return unknown('server-error');
  const reason = rejectionOf(status, verdict, expected);
  if (reason !== undefined) return rejected(reason, code);
  return declineOf(status, verdict, expected);
}

function outcomeWithoutAnswer(reply: Reply): Refusal {
  if (reply.kind === 'not-sent') return rejected('not-sent');
  if (reply.kind === 'doubt') return unknown(reply.reason);
  if (reply.status === 401) return rejected('unauthorized');
  return unknown(reply.status >= 500 ? 'server-error' : 'unreadable');
}

/** Refusals that say nothing about the card. */
function rejectionOf(status: number, verdict: Verdict, expected: Expected): RejectionReason | undefined {
  if (status < 400 || status >= 500) return undefined;
  if (isTokenRefused(verdict, expected)) return 'card-token-expired';
  if (status === 401 || verdict.code === '042') return 'unauthorized';
  return terminalRejectionOf(status, verdict, expected) ?? requestRejectionOf(status, verdict, expected);
}

const OUR_MEMBERS =
  /\b(amount|service-fee|order-id|customer-id|invoice|billing|create-token|token-description|software-type)\b/i;

/** A member of ours that is wrong has the same code as a token that was used or has expired. */
function isTokenRefused({ code, message }: Verdict, { endpoint }: Expected): boolean {
  if (endpoint !== 'mobile') return false;
  return /jwt/i.test(message) || (code === '041' && !OUR_MEMBERS.test(message));
}

function terminalRejectionOf(
  status: number,
  { code, message }: Verdict,
  { endpoint }: Expected,
): RejectionReason | undefined {
  if (endpoint !== 'terminal' || code === undefined) return undefined;
  if (/cancel/i.test(message) || (status === 402 && code === '061')) return 'cancelled-at-terminal';
  if (status !== 400 || code !== '001') return undefined;
  return /busy|in use/i.test(message) ? 'terminal-busy' : 'terminal-unreachable';
}

function requestRejectionOf(status: number, { code }: Verdict, { parentId }: Expected): RejectionReason | undefined {
  if (code === undefined) return undefined;
  if (parentId !== undefined && isNotReversible(code)) return 'not-reversible';
  const aboutTheCard = parentId === undefined && causeOf(code) !== undefined;
  return isNotTheCard(code) || (status !== 402 && !aboutTheCard) ? 'invalid-request' : undefined;
}

function declineOf(status: number, verdict: Verdict, expected: Expected): Refusal {
  const { row, code = '' } = verdict;
  if (!isDecline(status, verdict)) return unknown('unreadable');
  if (row && isDeclineOfAnother(row, expected)) return unknown('mismatch');
  const details = present({ transactionId: safeText(row?.id), code: safeText(code) });
  return { kind: 'declined', cause: causeOf(code) ?? 'declined', ...details };
}

/** The issuer's word: a transaction that says so, or a code that can mean nothing else. */
function isDecline(status: number, { result, code }: Verdict): boolean {
  if (code === undefined || isSuccess(code)) return false;
  if (result === 'declined' && (status === 402 || status === 200)) return true;
  return causeOf(code) !== undefined && (status === 402 || status === 400);
}

/** The transaction beside a refused reversal may be the one that was to be reversed. */
function isDeclineOfAnother(row: TransactionRow, { amountCents, orderId, parentId }: Expected): boolean {
  if (parentId !== undefined) return false;
  const otherAmount = row.amount !== undefined && decimalToCents(row.amount) !== amountCents;
  return otherAmount || (row['order-id'] !== undefined && row['order-id'] !== orderId);
}

export function unknown(reason: UnknownReason): Refusal {
  return { kind: 'unknown', reason };
}

function rejected(reason: RejectionReason, code?: string): Refusal {
  return { kind: 'rejected', reason, ...present({ code: safeText(code) }) };
}
