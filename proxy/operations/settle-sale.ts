import type { DeclineCause, FailureCause } from '../../src/contract/payment.js';
import type { Deps } from '../deps.js';
import type { GatewayOutcome, RejectionReason } from '../gateway/port.js';
import { isUniqueViolation, type Tx } from '../store/store.js';
import { bookApproved, releaseHolds } from './book-approved.js';
import { recordEvent } from './events.js';
import { instant } from './instants.js';

/** How soon an outcome that came back unknown is looked up for the first time. */
const FIRST_CHECK_MS = 2_000;

/**
 * `settled`: the payment has its outcome, from here or because recovery or another replica was quicker. `booked-elsewhere`: the
 * transaction is already booked under another payment. `not-booked`: the books could not take it.
 */
export type Settlement = 'settled' | 'booked-elsewhere' | 'not-booked';

/**
 * Commits what the gateway said of a sale. Only a payment that still waits for its outcome moves. An outcome that can't be booked
 * leaves the payment unknown rather than being lost.
 */
export async function settleSale(
  deps: Deps,
  companyId: string,
  paymentId: string,
  outcome: GatewayOutcome,
): Promise<Settlement> {
  try {
    await deps.store.transaction((tx) => applyOutcome(deps, tx, companyId, paymentId, outcome));
    return 'settled';
  } catch (error) {
    const duplicate = isUniqueViolation(error, 'gateway_attempt_transaction');
    const reason = duplicate ? 'transaction-already-booked' : String(error);
    deps.log.error('outcome-not-booked', { companyId, paymentId, reason });
    if (outcome.kind === 'unknown') throw error;
    const unknown: GatewayOutcome = { kind: 'unknown', reason: duplicate ? 'duplicate-answer' : 'unreadable' };
    await deps.store.transaction((tx) => applyOutcome(deps, tx, companyId, paymentId, unknown));
    return duplicate ? 'booked-elsewhere' : 'not-booked';
  }
}

interface Sale {
  readonly companyId: string;
  readonly paymentId: string;
}

async function applyOutcome(
  deps: Deps,
  tx: Tx,
  companyId: string,
  paymentId: string,
  outcome: GatewayOutcome,
): Promise<void> {
  const sale = { companyId, paymentId };
  const attempt = await tx
    .selectFrom('gateway_attempt')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', paymentId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (attempt.state !== 'sending' && attempt.state !== 'unknown' && attempt.state !== 'review') return;
  if (outcome.kind === 'unknown') {
    if (attempt.state === 'sending') await applyUnknown(deps, tx, sale, outcome.reason);
    return;
  }
  if (outcome.kind === 'approved') {
    await moveAttempt(tx, companyId, paymentId, { state: 'approved', transaction_id: outcome.transaction.id });
    if (outcome.transaction.feeCents < attempt.fee_cents) await keepLowerFee(tx, sale, outcome.transaction.feeCents);
    await bookApproved(deps, tx, { ...sale, ...outcome, accountId: attempt.account_id });
    return;
  }
  if (outcome.kind === 'declined') await applyDeclined(deps, tx, sale, outcome);
  else await applyRejected(deps, tx, sale, outcome.reason);
  await releaseHolds(tx, companyId, paymentId);
}

type Declined = Extract<GatewayOutcome, { kind: 'declined' }>;

/** The gateway left the surcharge out, so the card was charged less than was announced; the books say what was charged. */
async function keepLowerFee(tx: Tx, { companyId, paymentId }: Sale, feeCents: number): Promise<void> {
  const fee = { fee_cents: feeCents };
  await tx
    .updateTable('gateway_attempt')
    .set(fee)
    .where('company_id', '=', companyId)
    .where('id', '=', paymentId)
    .execute();
  await tx.updateTable('payment').set(fee).where('company_id', '=', companyId).where('id', '=', paymentId).execute();
}

async function applyUnknown(deps: Deps, tx: Tx, { companyId, paymentId }: Sale, reason: string): Promise<void> {
  const next_check_at = instant(deps.clock() + FIRST_CHECK_MS);
  await moveAttempt(tx, companyId, paymentId, { state: 'unknown', reason, next_check_at });
  await movePayment(deps, tx, companyId, paymentId, { status: 'unknown' });
}

async function applyDeclined(deps: Deps, tx: Tx, { companyId, paymentId }: Sale, outcome: Declined): Promise<void> {
  const { cause, code = null, transactionId: transaction_id = null } = outcome;
  await moveAttempt(tx, companyId, paymentId, { state: 'declined', reason: code ?? cause, transaction_id });
  await movePayment(deps, tx, companyId, paymentId, { status: 'declined', decline_cause: cause, decline_code: code });
}

async function applyRejected(
  deps: Deps,
  tx: Tx,
  { companyId, paymentId }: Sale,
  reason: RejectionReason,
): Promise<void> {
  await moveAttempt(tx, companyId, paymentId, { state: 'rejected', reason });
  const move: PaymentMove =
    reason === 'cancelled-at-terminal' ? { status: 'cancelled' } : { status: 'failed', failure: FAILURES[reason] };
  await movePayment(deps, tx, companyId, paymentId, move);
}

const FAILURES: Readonly<Record<Exclude<RejectionReason, 'cancelled-at-terminal'>, FailureCause>> = {
  'not-sent': 'not-sent',
  'invalid-request': 'refused-by-gateway',
  unauthorized: 'refused-by-gateway',
  'card-token-expired': 'card-token-expired',
  'terminal-unreachable': 'terminal-unreachable',
  'terminal-busy': 'terminal-busy',
  'not-reversible': 'refused-by-gateway',
};

/** Marks a sale that the gateway never received as failed and frees what it held; it stays watched in case it arrives late. */
export async function settleNotFound(
  deps: Deps,
  companyId: string,
  paymentId: string,
  nextCheckAt: string,
): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const attempt = await tx
      .updateTable('gateway_attempt')
      .set({ state: 'not-found', next_check_at: nextCheckAt })
      .where('company_id', '=', companyId)
      .where('id', '=', paymentId)
      .where('state', 'in', ['sending', 'unknown'])
      .returning('id')
      .executeTakeFirst();
    if (!attempt) return;
    await movePayment(deps, tx, companyId, paymentId, { status: 'failed', failure: 'not-found-at-gateway' });
    await releaseHolds(tx, companyId, paymentId);
  });
}

interface AttemptMove {
  state: 'approved' | 'declined' | 'rejected' | 'unknown';
  reason?: string;
  transaction_id?: string | null;
  next_check_at?: string;
}

async function moveAttempt(tx: Tx, companyId: string, attemptId: string, move: AttemptMove): Promise<void> {
  await tx
    .updateTable('gateway_attempt')
    .set({ next_check_at: null, ...move })
    .where('company_id', '=', companyId)
    .where('id', '=', attemptId)
    .execute();
}

interface PaymentMove {
  status: 'unknown' | 'declined' | 'failed' | 'cancelled';
  decline_cause?: DeclineCause;
  decline_code?: string | null;
  failure?: FailureCause;
}

async function movePayment(deps: Deps, tx: Tx, companyId: string, paymentId: string, move: PaymentMove): Promise<void> {
  const at = instant(deps.clock());
  const completed = move.status === 'unknown' ? {} : { completed_at: at, needs_review: false };
  const row = await tx
    .updateTable('payment')
    .set((eb) => ({ ...move, ...completed, version: eb('version', '+', 1) }))
    .where('company_id', '=', companyId)
    .where('id', '=', paymentId)
    .returning('actor_id')
    .executeTakeFirstOrThrow();
  const { status, ...members } = move;
  await recordEvent(tx, {
    companyId,
    at,
    actorId: row.actor_id,
    action: `payment-${status}`,
    entityId: paymentId,
    members,
  });
}
