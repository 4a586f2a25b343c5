import type { Payment, PaymentRequest } from '../../src/contract/payment.js';
import { isOutcomeKnown } from '../../src/domain/payment-status.js';
import type { Actor, Deps } from '../deps.js';
import type { GatewayOutcome } from '../gateway/port.js';
import { ProblemError } from '../problem-error.js';
import { beginPayment, type BegunPayment } from './begin-payment.js';
import { fingerprintOf } from './fingerprint.js';
import { openAccount } from './merchant-accounts.js';
import { deliverPosting } from './outbox.js';
import { confirmPaidOrder } from './orders/confirmations.js';
import { checkIntent } from './payment-intent.js';
import { viewById, type PaymentRow } from './payment-view.js';
import { readPayment } from './read-payment.js';
import { notFound, mayUseCustomer, mayUseLocation, requirePermission } from './scope.js';
import { settleSale } from './settle-sale.js';

export interface TakenPayment {
  /** 201 approved; 202 still unknown, or waiting at the terminal; 402 declined; 422 failed or cancelled without a charge. */
  readonly status: 201 | 202 | 402 | 422;
  readonly payment: Payment;
  readonly replayed: boolean;
  /** Resolves once a terminal has answered and that is committed; nobody has to wait for it. */
  readonly settled?: Promise<void>;
}

/**
 * Takes a payment once. The intent is committed with its holds, then the gateway is asked a single time, then the outcome is
 * committed. A request repeated under its key never reaches the gateway again. A sale at a terminal takes as long as its customer does:
 * it is answered as under way, and read until it is settled.
 */
export function takePayment(deps: Deps) {
  return async (actor: Actor, { key, request }: { key: string; request: PaymentRequest }): Promise<TakenPayment> => {
    requirePermission(actor, 'pay', 'pay:order');
    const fingerprint = await fingerprintOf(actor.companyId, request);
    const earlier = await findByKey(deps, actor.companyId, key);
    if (earlier) return replay(deps, actor, earlier, fingerprint);
    const intent = await checkIntent(deps, actor, request);
    let begun: BegunPayment;
    try {
      begun = await beginPayment(deps, { actor, key, fingerprint, intent });
    } catch (error) {
      // The same request may have begun a moment earlier, here or at another replica: then its key or its own holds refuse this one.
      const winner = await findByKey(deps, actor.companyId, key);
      if (!winner) throw error;
      return replay(deps, actor, winner, fingerprint);
    }
    const { companyId } = actor;
    const settled = carryOut(deps, companyId, begun);
    if (begun.sale?.request.source.kind !== 'terminal') await settled;
    return { ...(await answerOf(deps, companyId, begun.paymentId)), replayed: false, settled };
  };
}

/** The charge first; only what is approved is confirmed and told to Komet. */
async function carryOut(deps: Deps, companyId: string, begun: BegunPayment): Promise<void> {
  await charge(deps, companyId, begun);
  await confirmPaidOrder(deps, companyId, begun.paymentId);
  await deliverPosting(deps, companyId, begun.paymentId);
}

async function charge(deps: Deps, companyId: string, { paymentId, sale }: BegunPayment): Promise<void> {
  if (!sale) return;
  const outcome = await askOnce(deps, sale, companyId, paymentId);
  try {
    await settleSale(deps, companyId, paymentId, outcome);
  } catch (error) {
    // The attempt is on record and recovery will ask the gateway; the caller learns that the outcome is unknown.
    deps.log.error('outcome-not-committed', { companyId, paymentId, reason: String(error) });
  }
}

async function askOnce(
  deps: Deps,
  sale: NonNullable<BegunPayment['sale']>,
  companyId: string,
  paymentId: string,
): Promise<GatewayOutcome> {
  const account = await openAccount(deps, sale.account).catch((error: unknown) => {
    deps.log.error('key-not-opened', { companyId, paymentId, reason: String(error) });
    return undefined;
  });
  if (!account) return { kind: 'rejected', reason: 'not-sent' };
  try {
    return await deps.gateway.sale(account, sale.request);
  } catch (error) {
    deps.log.error('gateway-call-broke', { companyId, paymentId, reason: String(error) });
    return { kind: 'unknown', reason: 'unreadable' };
  }
}

/** Whether a payment was begun under this key; whatever is sent under it again reaches no gateway. */
export async function isPaymentKnown(deps: Deps, { companyId }: Actor, key: string): Promise<boolean> {
  return (await findByKey(deps, companyId, key)) !== undefined;
}

function findByKey(deps: Deps, companyId: string, key: string): Promise<PaymentRow | undefined> {
  return deps.store.db
    .selectFrom('payment')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
}

/** Answers a repeated request: the first final answer again, or how far the payment has come. */
async function replay(deps: Deps, actor: Actor, row: PaymentRow, fingerprint: string): Promise<TakenPayment> {
  if (!mayUseCustomer(actor, row.customer_id) || !mayUseLocation(actor, row.location_id)) throw notFound();
  if (row.fingerprint !== fingerprint) throw new ProblemError('idempotency-key-reused');
  const isAtTerminal = row.terminal_id !== null;
  if (row.status === 'requested' && !isAtTerminal && (await isStillSending(deps, row)))
    throw new ProblemError('request-in-progress');
  if (!isOutcomeKnown(row.status)) await readPayment(deps)(actor, row.id);
  return { ...(await answerOf(deps, row.company_id, row.id)), replayed: true };
}

async function isStillSending(deps: Deps, row: PaymentRow): Promise<boolean> {
  const attempt = await deps.store.db
    .selectFrom('gateway_attempt')
    .select(['state', 'next_check_at'])
    .where('company_id', '=', row.company_id)
    .where('id', '=', row.id)
    .executeTakeFirst();
  return (
    attempt?.state === 'sending' && attempt.next_check_at !== null && Date.parse(attempt.next_check_at) > deps.clock()
  );
}

/** The first final answer is kept, so that the same request gets the same bytes for ever. */
export async function answerOf(
  deps: Deps,
  companyId: string,
  paymentId: string,
): Promise<Pick<TakenPayment, 'status' | 'payment'>> {
  const { db } = deps.store;
  const kept = await db
    .selectFrom('payment')
    .select('answer')
    .where('company_id', '=', companyId)
    .where('id', '=', paymentId)
    .executeTakeFirstOrThrow();
  if (kept.answer) return JSON.parse(kept.answer) as Pick<TakenPayment, 'status' | 'payment'>;
  const payment = await viewById(db, companyId, paymentId);
  if (!payment) throw new Error(`Payment ${paymentId} vanished`);
  const answer = { status: statusOf(payment), payment };
  if (answer.status === 202) return answer;
  const stored = await db
    .updateTable('payment')
    .set((eb) => ({ answer: eb.fn.coalesce('answer', eb.val(JSON.stringify(answer))) }))
    .where('company_id', '=', companyId)
    .where('id', '=', paymentId)
    .returning('answer')
    .executeTakeFirstOrThrow();
  return JSON.parse(stored.answer ?? '') as Pick<TakenPayment, 'status' | 'payment'>;
}

function statusOf(payment: Payment): TakenPayment['status'] {
  if (!isOutcomeKnown(payment.status)) return 202;
  if (payment.status === 'declined') return 402;
  return payment.status === 'failed' || payment.status === 'cancelled' ? 422 : 201;
}
