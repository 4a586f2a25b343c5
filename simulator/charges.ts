import { joinOpenBatch } from './batches.js';
import { isExpired } from './cards.js';
import { findDuplicate } from './duplicates.js';
import { success, tokenLink, transactionLink, type Answer, type Service } from './envelope.js';
import { readAddress, readAmount, readEcho, readExtra, readFlag, readText, type Body } from './fields.js';
import { refuses } from './filters.js';
import { formatMoney } from './money.js';
import { invalid, Refusal } from './refusal.js';
import type { PresentedCard, Token, Transaction, TransactionType } from './state.js';
import { issueToken } from './tokens.js';
import { avsOf, codeOfAmount, resultOf } from './triggers.js';
import { answerView, tokenView } from './views.js';
import type { Call, Terminal, World } from './world.js';

/** Types that begin with a card and not with an earlier transaction. */
export type ChargeType = 'SALE' | 'AUTH' | 'FORCED SALE' | 'UNMATCHED REFUND';

export interface Charge {
  type: ChargeType;
  card: PresentedCard;
  service: Service;
  /** Stored card this charge uses. */
  token?: Token;
  /** "0" keyed, "5" chip. */
  entryMethod?: string;
  /** A reader may be unable to give the token that was asked for. */
  withoutToken?: boolean;
}

/** Charges (or credits) a card: the one place where money starts to move. */
export function charge(call: Call, wanted: Charge): Answer {
  const { world, terminal, body } = call;
  const { type, card } = wanted;
  const amount = readAmount(body, type === 'AUTH' ? 0 : 1);
  const original =
    previouslyApproved(call) ?? findDuplicate(world, terminal, body, { type, amount, fingerprint: card.fingerprint });
  if (original) {
    call.note.transactionId = original.id;
    return answer(world, original, wanted.service);
  }

  const transaction = draftCharge(call, wanted, amount);
  const decision = resultOf(decide(world, wanted, amount));
  if (decision.status === 400) throw new Refusal(400, decision.code, decision.message);
  record(call, transaction, decision.code);
  applyFilters(call, transaction);
  if (wanted.token) wanted.token.timesUsed += 1;
  const token = readFlag(body, 'create-token') && !wanted.withoutToken ? vaultCard(call, wanted) : undefined;
  return answer(world, transaction, wanted.service, token);
}

function decide(world: World, { card, type }: Charge, amount: number): string {
  if (isExpired(card.expDate, world.now())) return '004';
  if (type === 'FORCED SALE') return '000';
  return card.decline ?? codeOfAmount(amount);
}

function draftCharge({ world, terminal, body }: Call, wanted: Charge, amount: number): Transaction {
  const { type, card } = wanted;
  const { cscResult, ...plainCard } = card;
  const avsResult = verifyAddress(body, wanted.token);
  const authorizationCode = type === 'FORCED SALE' ? requireAuthorizationCode(body) : undefined;
  return {
    ...newTransaction(world, terminal, type),
    ...readMoneyParts(body, amount),
    card: plainCard,
    entryMethod: wanted.entryMethod ?? '0',
    ...(authorizationCode !== undefined && { authorizationCode }),
    ...(avsResult !== undefined && { avsResult }),
    cscResult,
    echo: readEcho(body),
  };
}

/** With a stored card, its own address stands in for a missing one. */
function verifyAddress(body: Body, token: Token | undefined): string | undefined {
  const billing = readAddress(body, 'billing');
  return avsOf(billing?.['zip'] ?? token?.avsZip, billing?.['street'] ?? token?.avsAddress);
}

function requireAuthorizationCode(body: Body): string {
  const code = readText(body, 'authorization-code');
  if (code === undefined) throw invalid('authorization-code is required');
  return code;
}

function readMoneyParts(body: Body, amount: number): Pick<Transaction, 'amount' | 'tip' | 'fee' | 'addedTax'> {
  const tip = readExtra(body, 'tip-amount');
  const tax = readExtra(body, 'sales-tax-amount');
  const addedTax = readFlag(body, 'add-tax-to-amount') ? tax : 0;
  const fee = readExtra(body, 'service-fee');
  const cap = Math.floor(((amount + tip + addedTax) * 399) / 10_000);
  if (fee > cap) throw invalid(`service-fee must not exceed 3.99% (${formatMoney(cap)})`);
  return { amount, tip, fee, addedTax };
}

/** A blank transaction with the next number. It exists for others only once recorded. */
export function newTransaction(world: World, terminal: Terminal, type: TransactionType): Transaction {
  return {
    id: String(++world.ledger.counters.transaction),
    at: world.now(),
    merchantId: terminal.merchant.merchantId,
    terminalId: terminal.terminalId,
    type,
    code: '000',
    message: '',
    approved: true,
    amount: 0,
    tip: 0,
    fee: 0,
    addedTax: 0,
    tipAdjusted: false,
    card: { lastFour: '', cardType: '', expDate: '', fingerprint: '' },
    entryMethod: '0',
    pending: false,
    settled: false,
    voided: false,
    echo: {},
  };
}

/**
 * Writes a transaction down, into its batch if it moves money.
 * @throws Refusal 402 carrying the transaction, when the code is a decline
 */
export function record(call: Call, transaction: Transaction, code: string): void {
  const { world, terminal } = call;
  const { message } = resultOf(code);
  Object.assign(transaction, { code, message, approved: code === '000' });
  world.ledger.transactions.push(transaction);
  Object.assign(call.note, { transactionId: transaction.id, amount: formatMoney(transaction.amount) });
  if (!transaction.approved) throw new Refusal(402, code, message, transaction);
  call.note.booked = true;
  transaction.authorizationCode ??= `TAS${String(world.random.below(1000)).padStart(3, '0')}`;
  if (transaction.type === 'AUTH') transaction.pending = transaction.amount > 0;
  else if (transaction.type !== 'VOID') transaction.batchId = joinOpenBatch(world, terminal);
}

/** The merchant's own AVS and CSC filters undo what the issuer approved. */
function applyFilters({ terminal, note }: Call, transaction: Transaction): void {
  const { avs, csc } = terminal.config;
  const code = refuses(avs, transaction.avsResult) ? '046' : refuses(csc, transaction.cscResult) ? '047' : undefined;
  if (code === undefined) return;
  const message = code === '046' ? 'Avs Response Not Accepted' : 'Csc Response Not Accepted';
  Object.assign(transaction, { voided: true, pending: false, approved: false, code, message });
  note.booked = false;
  throw new Refusal(402, code, message, transaction);
}

function vaultCard({ world, terminal, body }: Call, { card, token }: Charge): Token {
  return token ?? issueToken(world, terminal, card, body);
}

function previouslyApproved({ world, terminal, target }: Call): Transaction | undefined {
  if (!world.faults.take(target, 'previously-approved')) return undefined;
  const last = world.ledger.transactions.findLast(
    ({ approved, terminalId }) => approved && terminalId === terminal.terminalId,
  );
  return last && { ...last, message: 'Transaction previously approved' };
}

/** A zero authorization that made a token answers with the token alone. */
export function answer(world: World, transaction: Transaction, service: Service, token?: Token): Answer {
  if (token && transaction.type === 'AUTH' && transaction.amount === 0) {
    const payload = { tokenResponse: tokenView(token) };
    return success(world, { payload, payloadType: 'token', service, links: [tokenLink(token.id)] });
  }
  return success(world, {
    payload: { transaction: answerView(transaction), ...(token && { tokenResponse: tokenView(token) }) },
    payloadType: token ? 'transactionToken' : 'transaction',
    service,
    links: [transactionLink(transaction.id), ...(token ? [tokenLink(token.id)] : [])],
  });
}
