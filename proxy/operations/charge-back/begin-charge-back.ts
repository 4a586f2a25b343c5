import type { MoneyBack } from '../../../src/contract/payment.js';
import type { Actor, Deps } from '../../deps.js';
import type { KometCredit } from '../../komet/port.js';
import { ProblemError } from '../../problem-error.js';
import type { Tx } from '../../store/store.js';
import type { AttemptRow } from '../attempts.js';
import { recordEvent } from '../events.js';
import { instant } from '../instants.js';
import type { AccountRow } from '../account-row.js';
import type { PaymentRow } from '../payment-view.js';
import { requireOpenDay } from '../reconcile/closed-days.js';
import { bookReversal } from '../reversal/book-reversal.js';
import { mirroredMoney, negative, rowAgainst } from '../reversal/mirror.js';
import { insertCall, type ReversalCall } from '../reversal/return-money.js';
import { creditRefusal, lockOverpayment } from './overpayment.js';
import { problemOf } from './why-not.js';

/** A charge back that was checked against everything but what may change meanwhile. */
export interface ChargeBackPlan {
  readonly original: PaymentRow;
  readonly key: string;
  readonly fingerprint: string;
  readonly date: string;
  readonly reason: string;
  readonly moneyBack: MoneyBack;
  /** Absent when credits had paid everything. */
  readonly charge?: AttemptRow | undefined;
  readonly account?: AccountRow | undefined;
  /** What will be open on each invoice, where Komet tells. */
  readonly openAfter: ReadonlyMap<string, number>;
  readonly credit?: KometCredit | undefined;
}

/**
 * Commits the intent before the gateway is called: the mirrored payment, the hold on the credit that is to disappear and the attempt
 * appear together or not at all. Where nothing has to be asked of the gateway, the charge back is booked at once.
 */
export function beginChargeBack(
  deps: Deps,
  actor: Actor,
  plan: ChargeBackPlan,
): Promise<{ readonly id: string; readonly call?: ReversalCall }> {
  const id = deps.newId();
  return deps.store.transaction(async (tx) => {
    await claimOriginal(tx, plan.original);
    await requireOpenDay(tx, { companyId: actor.companyId, locationId: plan.original.location_id }, plan.date);
    const row = await insertMirror(deps, tx, actor, plan, id);
    await holdCredit(tx, plan, id);
    await recordEvent(tx, {
      companyId: actor.companyId,
      at: instant(deps.clock()),
      actorId: actor.id,
      action: 'charge-back-requested',
      entityId: plan.original.id,
      members: { reversalId: id, reason: plan.reason, moneyBack: plan.moneyBack },
    });
    const call = callOf(plan, id);
    if (call) await insertCall(deps, tx, call);
    else await bookReversal(deps, tx, row, { moneyBack: plan.moneyBack });
    return { id, ...(call && { call }) };
  });
}

async function claimOriginal(tx: Tx, original: PaymentRow): Promise<void> {
  const claimed = await tx
    .updateTable('payment')
    .set((eb) => ({ status: 'charge-back-requested' as const, version: eb('version', '+', 1) }))
    .where('company_id', '=', original.company_id)
    .where('id', '=', original.id)
    .where('status', '=', 'approved')
    .returning('id')
    .executeTakeFirst();
  if (!claimed) throw new ProblemError('request-in-progress');
}

async function insertMirror(deps: Deps, tx: Tx, actor: Actor, plan: ChargeBackPlan, id: string): Promise<PaymentRow> {
  const { original, key, fingerprint, date, reason, openAfter } = plan;
  const createdAt = instant(deps.clock());
  const row = await tx
    .insertInto('payment')
    .values({
      ...rowAgainst(original, actor, { id, key, fingerprint, date, reason, createdAt }),
      ...mirroredMoney(original),
      concept: 'charge-back',
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const { allocations, credits } = await linesOf(tx, original);
  const owner = { payment_id: id };
  if (allocations.length > 0) {
    const lines = allocations.map((line) => ({
      ...line,
      ...owner,
      amount_cents: negative(line.amount_cents),
      discount_cents: negative(line.discount_cents),
      balance_after_cents: openAfter.get(line.invoice_id) ?? null,
    }));
    await tx.insertInto('payment_allocation').values(lines).execute();
  }
  if (credits.length > 0) {
    const uses = credits.map((use) => ({ ...use, ...owner, amount_cents: negative(use.amount_cents) }));
    await tx.insertInto('payment_credit').values(uses).execute();
  }
  return row;
}

async function linesOf(tx: Tx, { company_id: companyId, id }: PaymentRow) {
  const allocations = await tx
    .selectFrom('payment_allocation')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('payment_id', '=', id)
    .execute();
  const credits = await tx
    .selectFrom('payment_credit')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('payment_id', '=', id)
    .execute();
  return { allocations, credits };
}

/** Nobody can spend the overpayment while it is being taken back; what was spent a moment ago is refused (rule R-23). */
async function holdCredit(tx: Tx, { original, credit }: ChargeBackPlan, id: string): Promise<void> {
  if (!credit) return;
  const companyId = original.company_id;
  await lockOverpayment(tx, companyId, credit);
  const refusal = await creditRefusal(tx, companyId, credit, original.overpayment_cents);
  if (refusal) throw problemOf(original, refusal);
  await tx
    .insertInto('hold')
    .values({ company_id: companyId, kind: 'credit', item_id: credit.id, payment_id: id })
    .execute();
}

function callOf({ moneyBack, charge, account }: ChargeBackPlan, reversalId: string): ReversalCall | undefined {
  if (!charge || !account || (moneyBack !== 'void' && moneyBack !== 'refund')) return undefined;
  return {
    attemptId: reversalId,
    reversalId,
    charge,
    account,
    kind: moneyBack,
    amountCents: charge.amount_cents + charge.fee_cents,
    isPartial: false,
  };
}
