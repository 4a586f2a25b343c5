import { isClosed } from './batches.js';
import { answer, newTransaction, record } from './charges.js';
import type { Answer } from './envelope.js';
import { readAmount, readEcho, readExtra, readText } from './fields.js';
import { invalid, Refusal } from './refusal.js';
import { totalOf, type Transaction, type TransactionType } from './state.js';
import type { Call, World } from './world.js';

/** A capture may exceed its authorization by this factor, which leaves room for a tip. */
const captureTolerance = 1.25;

const refundable: readonly TransactionType[] = ['SALE', 'CAPTURE', 'FORCED SALE'];

/** CAPTURE of a pending authorization; joins the open batch. */
export function capture(call: Call): Answer {
  const parent = findParent(call);
  const amount = readAmount(call.body, 1);
  if (parent.voided) throw new Refusal(402, '024', 'Previously Reversed');
  if (parent.type !== 'AUTH' || !parent.pending) throw new Refusal(400, '011', 'Invalid Request');
  if (amount > parent.amount * captureTolerance) throw new Refusal(400, '044', 'Amount Maximum');
  const transaction = bookAfter(call, parent, 'CAPTURE', amount);
  parent.pending = false;
  return answer(call.world, transaction, 'cgw');
}

/** VOID of anything approved whose batch is still open: it leaves the batch as if it had never been. */
export function voidTransaction(call: Call): Answer {
  const { world } = call;
  const parent = findParent(call);
  if (parent.voided || refundedSoFar(world, parent) > 0) throw new Refusal(402, '024', 'Previously Reversed');
  if (parent.settled || isClosed(world, parent.batchId)) {
    throw new Refusal(402, world.behaviour.voidSettledCode, 'Transaction is already settled');
  }
  if (!parent.approved || parent.type === 'VOID' || isCaptured(parent))
    throw new Refusal(400, '011', 'Invalid Request');
  const transaction = bookAfter(call, parent, 'VOID', parent.amount);
  parent.voided = true;
  parent.pending = false;
  reopenAuthorization(world, parent);
  return answer(world, transaction, 'cgw');
}

/** Matched REFUND: any part of what was paid, as often as something is left. */
export function refund(call: Call): Answer {
  const { world } = call;
  const parent = findParent(call);
  const amount = readAmount(call.body, 1);
  if (parent.voided) throw new Refusal(402, '024', 'Previously Reversed');
  if (!parent.approved || !refundable.includes(parent.type)) throw new Refusal(400, '011', 'Invalid Request');
  if (!parent.settled && !world.behaviour.refundUnsettled) throw new Refusal(402, '011', 'Transaction is not settled');
  if (amount > totalOf(parent) - refundedSoFar(world, parent)) {
    throw new Refusal(402, '025', 'Exceeds Maximum Refundable Amount');
  }
  return answer(world, bookAfter(call, parent, 'REFUND', amount), 'cgw');
}

/** PUT /rest/v2/transactions/{id}: sets the tip of a sale whose batch is open. */
export function adjustTip(call: Call, id: string): Answer {
  const transaction = findParent({ ...call, body: { id } });
  const tip = readExtra(call.body, 'tip-amount');
  if (call.body['tip-amount'] === undefined) throw invalid('tip-amount is required');
  if (!transaction.approved || transaction.voided || !['SALE', 'AUTH', 'CAPTURE'].includes(transaction.type)) {
    throw new Refusal(400, '011', 'Invalid Request');
  }
  if (transaction.settled)
    throw new Refusal(402, call.world.behaviour.voidSettledCode, 'Transaction is already settled');
  Object.assign(transaction, { tip, tipAdjusted: true });
  return answer(call.world, transaction, 'cgw');
}

/** The merchant's transaction named by `id`, at whichever of its terminals. */
function findParent({ world, terminal, body }: Call): Transaction {
  const id = readText(body, 'id');
  if (id === undefined) throw new Refusal(400, '003', 'transaction-id required');
  const { merchantId } = terminal.merchant;
  const parent = world.ledger.transactions.find((transaction) => transaction.id === id);
  if (parent?.merchantId !== merchantId) throw new Refusal(402, '027', 'Original Not Found');
  return parent;
}

function bookAfter(call: Call, parent: Transaction, type: TransactionType, amount: number): Transaction {
  const transaction = {
    ...newTransaction(call.world, call.terminal, type),
    amount,
    card: parent.card,
    refId: parent.id,
    echo: { ...pick(parent.echo, ['invoice', 'customer-id']), ...readEcho(call.body) },
  };
  record(call, transaction, '000');
  return transaction;
}

function refundedSoFar(world: World, parent: Transaction): number {
  return world.ledger.transactions
    .filter(({ type, refId, voided }) => type === 'REFUND' && refId === parent.id && !voided)
    .reduce((total, { amount }) => total + amount, 0);
}

function isCaptured(transaction: Transaction): boolean {
  return transaction.type === 'AUTH' && !transaction.pending && transaction.amount > 0;
}

/** Voiding a capture leaves the authorization as it was before. */
function reopenAuthorization(world: World, voided: Transaction): void {
  if (voided.type !== 'CAPTURE') return;
  const authorization = world.ledger.transactions.find(({ id }) => id === voided.refId);
  if (authorization) authorization.pending = true;
}

function pick(members: Record<string, unknown>, names: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([name]) => names.includes(name)));
}
