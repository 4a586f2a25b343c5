import type { Deps } from '../deps.js';
import type { GatewayOutcome, GatewayTransaction } from '../gateway/port.js';
import { askPerson, waitForPerson } from './ask-person.js';
import { leaseDue, leaseDueOf, setNextCheck, type AttemptRow } from './attempts.js';
import { instant } from './instants.js';
import { reverseLateArrival } from './late-arrivals.js';
import { openAccountById } from './merchant-accounts.js';
import { confirmPaidOrder } from './orders/confirmations.js';
import { deliverPosting } from './outbox.js';
import { nextLook, nextWatch, WATCH_RETRY } from './recovery-schedule.js';
import { settleReversal } from './settle-reversal.js';
import { settleNotFound, settleSale } from './settle-sale.js';

const NEEDED_NEGATIVES = 3;

/**
 * Looks up every attempt that is due and returns how many there were. Recovery only ever asks: it never sends a sale again. Replicas
 * share the work by leasing rows, and one that looks while the handler still waits for its answer does no harm.
 */
export async function sweep(deps: Deps): Promise<number> {
  const due = await leaseDue(deps);
  for (const attempt of due) await lookUpSafely(deps, attempt);
  return due.length;
}

/** At start, what an earlier process left behind in mid-call is due at once. */
export async function adoptOrphans(deps: Deps): Promise<void> {
  await deps.store.db
    .updateTable('gateway_attempt')
    .set({ next_check_at: instant(deps.clock()) })
    .where('state', 'in', ['sending', 'unknown'])
    .where('kind', '!=', 'store-card')
    .execute();
}

/** Looks one payment up for somebody who is waiting for it, unless that was done a moment ago. */
export async function lookUpIfDue(deps: Deps, companyId: string, paymentId: string): Promise<void> {
  for (const attempt of await leaseDueOf(deps, companyId, paymentId)) await lookUpSafely(deps, attempt);
}

/** One attempt that can't be looked up must not keep the others from it; it is tried again later, and after a day a person is asked. */
async function lookUpSafely(deps: Deps, attempt: AttemptRow): Promise<void> {
  const failed = (error: unknown): void =>
    deps.log.error('look-up-failed', { companyId: attempt.company_id, attemptId: attempt.id, reason: String(error) });
  try {
    await lookUp(deps, attempt);
  } catch (error) {
    failed(error);
    // Without a store that takes this, the lease brings the attempt back.
    await lookLater(deps, attempt).catch(failed);
  }
}

async function lookUp(deps: Deps, attempt: AttemptRow): Promise<void> {
  const account = await openAccountById(deps, attempt.company_id, attempt.account_id);
  if (attempt.kind !== 'sale') {
    const settled = await settleReversal(deps, account, attempt);
    return settled ? undefined : lookLater(deps, attempt);
  }
  const search = await deps.gateway.findByOrderId(account, attempt.id);
  if (search.kind === 'failed') return lookLater(deps, attempt);
  if (search.transactions.length === 0) return notFound(deps, attempt);
  const sales = search.transactions.filter((transaction) => transaction.type === 'sale');
  const charges = sales.filter(isCharge);
  const sale = charges[0] ?? sales.find(({ voided }) => voided) ?? sales[0];
  if (charges.length > 1 || !sale) return askPerson(deps, attempt, 'unexpected-transactions');
  await applyFound(deps, attempt, sale);
}

const isCharge = ({ result, voided }: GatewayTransaction): boolean => result === 'approved' && !voided;

async function applyFound(deps: Deps, attempt: AttemptRow, sale: GatewayTransaction): Promise<void> {
  const { company_id: companyId, id } = attempt;
  if (isCharge(sale) && !isOfAmount(sale, attempt)) return askPerson(deps, attempt, 'amount-differs');
  if (attempt.state === 'not-found') {
    return isCharge(sale) ? reverseLateArrival(deps, attempt, sale) : setNextCheck(deps, attempt, null);
  }
  const settled = await settleSale(deps, companyId, id, outcomeOf(sale));
  if (settled === 'booked-elsewhere') return askPerson(deps, attempt, 'transaction-booked-elsewhere');
  if (settled === 'not-booked') return lookLater(deps, attempt);
  await confirmPaidOrder(deps, companyId, id);
  await deliverPosting(deps, companyId, id);
}

const isOfAmount = (sale: GatewayTransaction, attempt: AttemptRow): boolean =>
  sale.amountCents === attempt.amount_cents && sale.feeCents === attempt.fee_cents;

function outcomeOf(sale: GatewayTransaction): GatewayOutcome {
  if (isCharge(sale)) return { kind: 'approved', transaction: sale };
  if (sale.voided) return { kind: 'rejected', reason: 'invalid-request', code: 'voided' };
  const code = sale.resultCode ? { code: sale.resultCode } : {};
  return { kind: 'declined', transactionId: sale.id, cause: sale.cause ?? 'declined', ...code };
}

/** A sale counts as never made only after several searches over a time longer than the gateway may take to show it. */
async function notFound(deps: Deps, attempt: AttemptRow): Promise<void> {
  const now = deps.clock();
  const age = now - Date.parse(attempt.sent_at);
  if (attempt.state === 'review') return waitForPerson(deps, attempt);
  if (attempt.state === 'not-found') {
    const wait = nextWatch(age);
    return setNextCheck(deps, attempt, wait === undefined ? null : now + wait);
  }
  const negatives = attempt.negative_answers + 1;
  if (negatives >= NEEDED_NEGATIVES && age >= deps.config.releaseUnknownAfterMs) {
    return settleNotFound(deps, attempt.company_id, attempt.id, instant(now + WATCH_RETRY));
  }
  return lookLater(deps, attempt, negatives);
}

/** Nothing was learned, or not enough. A watched sale goes on being watched: only a search that answers ends that. */
async function lookLater(deps: Deps, attempt: AttemptRow, negatives = attempt.negative_answers): Promise<void> {
  const now = deps.clock();
  const age = now - Date.parse(attempt.sent_at);
  if (attempt.state === 'review') return waitForPerson(deps, attempt);
  if (attempt.state === 'not-found') return setNextCheck(deps, attempt, now + WATCH_RETRY);
  if (age >= deps.config.reviewAfterMs) return askPerson(deps, attempt, 'not-settled-in-time');
  // A payment whose handler is gone is shown as unknown while its outcome is looked for.
  if (attempt.state === 'sending' && attempt.kind === 'sale') {
    await settleSale(deps, attempt.company_id, attempt.id, { kind: 'unknown', reason: 'connection-lost' });
  }
  await setNextCheck(deps, attempt, now + nextLook(age), negatives);
}
