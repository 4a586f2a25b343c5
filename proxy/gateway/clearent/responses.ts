import type { GatewayOutcome } from '../port.js';
import type { Reply } from './call.js';
import { decimalToCents } from './money.js';
import { present } from './present.js';
import { refusalOf, unknown } from './refusals.js';
import { isSuccess } from './result-codes.js';
import { isFailed, linkedId, type Answer, type TransactionRow } from './schemas.js';
import { toTransaction, typeOf } from './transactions.js';
import { readVaultCard } from './vault-card.js';
import { readVerdict, type Expected, type Verdict } from './verdict.js';

/** What became of a call that moves money. Anything that is not plainly an approval or a refusal is unknown. */
export function outcomeOf(reply: Reply, expected: Expected): GatewayOutcome {
  if (reply.kind !== 'answer' || !reply.answer) return refusalOf(reply, expected);
  const { status, answer } = reply;
  const verdict = readVerdict(answer, expected);
  if (verdict.result === 'approved') return approvalOf(status, answer, verdict, expected);
  return refusalOf(reply, expected);
}

function approvalOf(status: number, answer: Answer, verdict: Verdict, expected: Expected): GatewayOutcome {
  if (/previously approved/i.test(verdict.message)) return unknown('duplicate-answer');
  if (verdict.code === undefined) return unknown('unreadable');
  const row = { ...verdict.row, id: verdict.row?.id ?? linkedId(answer, 'transaction') } as TransactionRow;
  const transaction = toTransaction(row);
  if (!transaction) return unknown('unreadable');
  if (!isPlain(status, answer, verdict) || transaction.voided || contradicts(row, expected)) return unknown('mismatch');
  const feeCents = row['service-fee'] === undefined ? feeToTake(row, expected) : transaction.feeCents;
  const vaultCard = readVaultCard(answer);
  return { kind: 'approved', transaction: { ...transaction, feeCents }, ...present({ vaultCard }) };
}

/** Nothing around the approved transaction says otherwise. */
function isPlain(status: number, answer: Answer, { code = '', errorCode = code }: Verdict): boolean {
  return status === 200 && !isFailed(answer) && isSuccess(code) && isSuccess(errorCode);
}

/** True when the answer is about another transaction than ours, or about other money. */
function contradicts(row: TransactionRow, expected: Expected): boolean {
  if (row.type !== undefined && typeOf(row) !== expected.operation) return true;
  if (isOfAnother(row, expected)) return true;
  if (expected.operation === 'void') return false;
  const otherAmount = decimalToCents(row.amount ?? '') !== expected.amountCents;
  return otherAmount || (expected.operation === 'sale' && hasOtherExtras(row, expected));
}

/** A void may be answered with the voided transaction, under that one's order-id. */
function isOfAnother(row: TransactionRow, { operation, orderId, parentId }: Expected): boolean {
  if (operation === 'void' && row.id === parentId) return false;
  const otherOrder = row['order-id'] !== undefined && row['order-id'] !== orderId;
  const otherParent = parentId !== undefined && row['ref-id'] !== undefined && row['ref-id'] !== parentId;
  return otherOrder || otherParent || (operation === 'refund' && row.id === parentId);
}

/** A fee that is not mentioned was taken as asked, unless the gateway says that it dropped what was no surcharge. */
function hasOtherExtras(row: TransactionRow, expected: Expected): boolean {
  const { 'service-fee': fee, 'tip-amount': tip } = row;
  const tipped = tip !== undefined && decimalToCents(tip) !== 0;
  const toTake = feeToTake(row, expected);
  const otherFee =
    fee === undefined ? toTake !== 0 && row['surcharge-applied'] === false : decimalToCents(fee) !== toTake;
  return tipped || otherFee;
}

/** No surcharge is taken from a debit card, which the gateway says. */
function feeToTake(row: TransactionRow, { feeCents, feeKind }: Expected): number {
  return feeKind === 'surcharge' && row['surcharge-applied'] === false ? 0 : feeCents;
}
