import { maskedNumber } from './cards.js';
import { formatMoney } from './money.js';
import { totalOf, type Token, type Transaction } from './state.js';

/** A transaction as the call that made it answers it: card masked, batch number bare. */
export function answerView(transaction: Transaction): Record<string, unknown> {
  const { card } = transaction;
  return omitAbsent({
    amount: formatMoney(transaction.amount),
    id: transaction.id,
    type: transaction.type,
    result: transaction.approved ? 'APPROVED' : 'DECLINED',
    card: maskedNumber(card),
    'authorization-code': transaction.authorizationCode,
    'avs-result-code': transaction.avsResult,
    'csc-result-code': transaction.cscResult,
    'batch-string-id': transaction.batchId,
    'display-message': transaction.message,
    'result-code': transaction.code,
    'exp-date': card.expDate,
    'card-type': card.cardType,
    'last-four': card.lastFour,
    'ref-id': transaction.refId,
    'merchant-id': transaction.merchantId,
    'terminal-id': transaction.terminalId,
    'tip-amount': transaction.tip > 0 ? formatMoney(transaction.tip) : undefined,
    'service-fee': transaction.fee > 0 ? formatMoney(transaction.fee) : undefined,
    ...transaction.echo,
    'order-id': transaction.echo['order-id'] ?? transaction.id,
  });
}

/** The same transaction as searches list it: last four only, batch number padded, flags and creation time. */
export function listView(transaction: Transaction): Record<string, unknown> {
  return omitAbsent({
    ...answerView(transaction),
    created: new Date(transaction.at).toISOString().replace('T', ' ').replace('Z', ''),
    status: transaction.approved ? 'Approved' : 'Declined',
    'original-amount': formatMoney(transaction.amount),
    card: transaction.card.lastFour,
    'batch-string-id': transaction.batchId?.padStart(6, '0'),
    'billing-is-shipping': String(transaction.echo['billing-is-shipping'] === 'true'),
    'entry-method': transaction.entryMethod,
    'tip-adjusted': transaction.tipAdjusted ? '1' : '0',
    'tip-adjusted-amount': transaction.tipAdjusted ? formatMoney(totalOf(transaction)) : undefined,
    voided: String(transaction.voided),
    'voided-auth': String(transaction.voided && transaction.type === 'AUTH'),
    pending: String(transaction.pending),
    settled: String(transaction.settled),
  });
}

export function tokenView(token: Token): Record<string, unknown> {
  return omitAbsent({
    'token-id': token.id,
    created: new Date(token.created).toISOString(),
    'times-used': String(token.timesUsed),
    status: token.status,
    'last-four-digits': token.card.lastFour,
    'card-type': token.card.cardType,
    'exp-date': token.card.expDate,
    description: token.description,
    'customer-key': token.customerKey,
    'avs-zip': token.avsZip,
    'avs-address': token.avsAddress,
  });
}

/** Absent members are left out, never null. */
export function omitAbsent(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
