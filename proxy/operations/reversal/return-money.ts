import type { FailureCause } from '../../../src/contract/payment.js';
import type { Deps } from '../../deps.js';
import type { GatewayOutcome, MerchantAccount } from '../../gateway/port.js';
import type { AttemptRow } from '../attempts.js';
import { instant } from '../instants.js';
import type { AccountRow } from '../account-row.js';
import { openAccount } from '../merchant-accounts.js';
import { finishBookedReversal } from './finish-reversal.js';
import { insertReversal, moveReversal, type ReversalResult } from './reversal-attempts.js';
import { wasReturned } from './way-back.js';

/** A reversal whose intent is committed and which the gateway is now asked for, once. */
export interface ReversalCall {
  readonly attemptId: string;
  /** The charge back or refund in the books. */
  readonly reversalId: string;
  readonly charge: AttemptRow;
  readonly account: AccountRow;
  readonly kind: 'void' | 'refund';
  readonly amountCents: number;
  readonly isPartial: boolean;
}

/**
 * Asks the gateway to give money back and commits its answer. A void that is refused because the batch has just closed becomes a
 * refund of the same charge back. Whatever leaves a doubt is left to recovery, which never sends it again.
 */
export async function returnMoney(deps: Deps, call: ReversalCall): Promise<void> {
  const key = await openAccount(deps, call.account).catch(() => undefined);
  const outcome: GatewayOutcome = key ? await ask(deps, key, call) : { kind: 'rejected', reason: 'not-sent' };
  if (key && outcome.kind === 'rejected' && outcome.reason === 'not-reversible') return afterRefusal(deps, key, call);
  await finish(deps, call, resultOf(outcome, call));
}

async function ask(deps: Deps, key: MerchantAccount, call: ReversalCall): Promise<GatewayOutcome> {
  const { attemptId: orderId, amountCents, charge, reversalId } = call;
  try {
    return await deps.gateway[call.kind](key, { orderId, amountCents, transactionId: charge.transaction_id ?? '' });
  } catch (error) {
    deps.log.error('gateway-call-broke', { companyId: charge.company_id, reversalId, reason: String(error) });
    return { kind: 'unknown', reason: 'unreadable' };
  }
}

function resultOf(outcome: GatewayOutcome, { kind }: ReversalCall): ReversalResult {
  if (outcome.kind === 'approved') return { state: 'approved', transactionId: outcome.transaction.id, moneyBack: kind };
  if (outcome.kind === 'unknown') return { state: 'unknown' };
  const notSent = outcome.kind === 'rejected' && outcome.reason === 'not-sent';
  return { state: 'rejected', failure: notSent ? 'not-sent' : 'refused-by-gateway' };
}

async function afterRefusal(deps: Deps, key: MerchantAccount, call: ReversalCall): Promise<void> {
  if (call.isPartial) return finish(deps, call, { state: 'rejected', failure: await partialFailure(deps, key, call) });
  if (await wasReturned(deps, key, call.charge))
    return finish(deps, call, { state: 'approved', moneyBack: 'already-returned' });
  if (call.kind === 'refund') return finish(deps, call, { state: 'rejected', failure: 'refused-by-gateway' });
  const refund = await refundInstead(deps, call);
  return refund && returnMoney(deps, refund);
}

/** Some processors give back a part of a charge only once it has settled. */
async function partialFailure(deps: Deps, key: MerchantAccount, { charge }: ReversalCall): Promise<FailureCause> {
  const search = await deps.gateway.findById(key, charge.transaction_id ?? '');
  const own = search.kind === 'answered' && search.transactions.find(({ id }) => id === charge.transaction_id);
  return own && !own.settled && !own.voided ? 'not-settled-yet' : 'refused-by-gateway';
}

/** The refused void and the refund that takes its place are committed together; undefined when recovery was quicker. */
async function refundInstead(deps: Deps, call: ReversalCall): Promise<ReversalCall | undefined> {
  const refund: ReversalCall = { ...call, kind: 'refund', attemptId: deps.newId() };
  const isOurs = await deps.store.transaction(async (tx) => {
    if (!(await moveReversal(deps, tx, call.charge, call.attemptId, { state: 'rejected' }))) return false;
    await insertCall(deps, tx, refund);
    return true;
  });
  return isOurs ? refund : undefined;
}

/** Time for an answer that arrives at the limit to be committed before recovery looks into it. */
const COMMIT_GRACE_MS = 5_000;

/** Commits, in the caller's transaction, that this is about to be asked. */
export function insertCall(
  deps: Deps,
  tx: Parameters<typeof insertReversal>[1],
  { attemptId, reversalId, charge, account, kind, amountCents, isPartial }: ReversalCall,
): Promise<void> {
  const feeCents = isPartial ? 0 : charge.fee_cents;
  return insertReversal(deps, tx, charge, {
    id: attemptId,
    paymentId: reversalId,
    accountId: account.id,
    kind,
    amountCents: amountCents - feeCents,
    feeCents,
    isPartial,
    reason: isPartial ? 'credit-refund' : 'charge-back',
    nextCheckAt: instant(deps.clock() + deps.config.saleTimeoutMs + COMMIT_GRACE_MS),
  });
}

async function finish(deps: Deps, call: ReversalCall, result: ReversalResult): Promise<void> {
  const { charge, attemptId, reversalId } = call;
  try {
    await finishBookedReversal(deps, charge, { id: attemptId, payment_id: reversalId }, result);
  } catch (error) {
    // The attempt is on record and recovery will ask the gateway; the caller learns that the outcome is unknown.
    deps.log.error('outcome-not-committed', { companyId: charge.company_id, reversalId, reason: String(error) });
  }
}
