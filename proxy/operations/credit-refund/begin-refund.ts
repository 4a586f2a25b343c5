import type { Actor, Deps } from '../../deps.js';
import type { KometCredit } from '../../komet/port.js';
import { brokenRule, ProblemError } from '../../problem-error.js';
import type { Tx } from '../../store/store.js';
import { recordEvent } from '../events.js';
import { instant } from '../instants.js';
import type { AccountRow } from '../account-row.js';
import { balanceOf, holders, openBalances } from '../open-balances.js';
import { lockItem } from '../payment-items.js';
import { requireOpenDay } from '../reconcile/closed-days.js';
import { negative, rowAgainst } from '../reversal/mirror.js';
import { insertCall, type ReversalCall } from '../reversal/return-money.js';
import { leftOfCharge, type CreditSource } from './source.js';

export interface RefundPlan {
  readonly key: string;
  readonly fingerprint: string;
  readonly credit: KometCredit;
  readonly source: CreditSource;
  readonly account: AccountRow;
  readonly amountCents: number;
  readonly date: string;
  readonly reason: string | null;
}

/** Commits the refund, the hold on its credit and its attempt before the gateway is called. */
export function beginRefund(deps: Deps, actor: Actor, plan: RefundPlan): Promise<ReversalCall> {
  const id = deps.newId();
  const call: ReversalCall = {
    attemptId: id,
    reversalId: id,
    charge: plan.source.charge,
    account: plan.account,
    kind: 'refund',
    amountCents: plan.amountCents,
    isPartial: true,
  };
  return deps.store.transaction(async (tx) => {
    await lockSource(tx, plan);
    await requireOpenDay(tx, { companyId: actor.companyId, locationId: plan.source.payment.location_id }, plan.date);
    await requireOpenCredit(tx, plan);
    await insertRefund(deps, tx, actor, plan, id);
    await recordEvent(tx, {
      companyId: actor.companyId,
      at: instant(deps.clock()),
      actorId: actor.id,
      action: 'refund-requested',
      entityId: plan.source.payment.id,
      members: { reversalId: id, creditId: plan.credit.id, amountCents: plan.amountCents },
    });
    await insertCall(deps, tx, call);
    return call;
  });
}

/** Refunds of one charge wait for each other, and for its charge back, so that together they never exceed it. */
async function lockSource(tx: Tx, { source, amountCents }: RefundPlan): Promise<void> {
  const { payment } = source;
  const locked = await tx
    .selectFrom('payment')
    .select('status')
    .where('company_id', '=', payment.company_id)
    .where('id', '=', payment.id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  if (locked.status !== 'approved') throw brokenRule('credit-not-open', 'The payment of this credit was charged back');
  const leftCents = await leftOfCharge(tx, source);
  if (amountCents <= leftCents) return;
  throw brokenRule('refund-exceeds-charge', 'This is more than what is left of the charge the credit came from', {
    items: [{ id: payment.id, openCents: leftCents, paymentId: payment.id }],
  });
}

async function requireOpenCredit(tx: Tx, { source, credit, amountCents }: RefundPlan): Promise<void> {
  const companyId = source.payment.company_id;
  await lockItem(tx, companyId, 'credit', credit);
  const held = await holders(tx, companyId, 'credit', [credit.id]);
  const paymentId = held.get(credit.id);
  if (paymentId) throw new ProblemError('credit-busy', { items: [{ id: credit.id, paymentId }] });
  const openCents = (await openBalances(tx, companyId, 'credit', [balanceOf(credit)])).get(credit.id) ?? 0;
  if (amountCents > openCents) throw new ProblemError('amount-changed', { items: [{ id: credit.id, openCents }] });
}

/** What a refund takes is a part of the overpayment; the credit it uses is one of its lines. */
async function insertRefund(deps: Deps, tx: Tx, actor: Actor, plan: RefundPlan, id: string): Promise<void> {
  const { source, credit, amountCents, key, fingerprint, date, reason } = plan;
  const owner = { company_id: source.payment.company_id, payment_id: id };
  const createdAt = instant(deps.clock());
  await tx
    .insertInto('payment')
    .values({
      ...rowAgainst(source.payment, actor, { id, key, fingerprint, date, reason, createdAt }),
      concept: 'refund',
      amount_cents: negative(amountCents),
      fee_cents: 0,
      applied_cents: 0,
      credits_applied_cents: 0,
      discount_cents: 0,
      overpayment_cents: negative(amountCents),
    })
    .execute();
  await tx
    .insertInto('payment_credit')
    .values({ ...owner, credit_id: credit.id, amount_cents: amountCents })
    .execute();
  await tx
    .insertInto('hold')
    .values({ ...owner, kind: 'credit', item_id: credit.id })
    .execute();
}
