import type { PaymentPlan } from '../../src/domain/payment-plan.js';
import type { Actor, Deps } from '../deps.js';
import type { SaleRequest } from '../gateway/port.js';
import type { Tx } from '../store/store.js';
import { bookApproved } from './book-approved.js';
import { recordEvent } from './events.js';
import { intendConfirmation } from './orders/confirmations.js';
import { instant } from './instants.js';
import type { AccountRow } from './account-row.js';
import { holdAccount } from './merchant-accounts.js';
import type { PaymentIntent } from './payment-intent.js';
import { ItemsChanged, planOverLockedItems, readItems, type PlanOverItems, type ReadItems } from './payment-items.js';
import { requireOpenDay } from './reconcile/closed-days.js';
import { holdTerminal } from './terminals/hold-terminal.js';
import { refuseDuplicate } from './refuse-duplicate.js';

/** A payment whose intent is committed and whose items are held. */
export interface BegunPayment {
  readonly paymentId: string;
  /** What to ask the gateway, once; absent when credits covered everything and the payment is already approved. */
  readonly sale?: { readonly account: AccountRow; readonly request: SaleRequest };
}

export interface PaymentStart {
  readonly actor: Actor;
  readonly key: string;
  readonly fingerprint: string;
  readonly intent: PaymentIntent;
}

const MOST_READS = 4;
/** Time for an answer that arrives at the limit to be committed before recovery looks into it. */
const COMMIT_GRACE_MS = 5_000;

/**
 * Commits the intent before anything is charged: the payment, its attempt at the gateway and the holds on its invoices and
 * credits appear together or not at all.
 */
export async function beginPayment(deps: Deps, start: PaymentStart): Promise<BegunPayment> {
  for (let read = 1; ; read++) {
    const items = await readItems(deps, start.actor, start.intent);
    try {
      return await deps.store.transaction((tx) => commitIntent(deps, tx, start, items));
    } catch (error) {
      if (!(error instanceof ItemsChanged) || read === MOST_READS) throw error;
    }
  }
}

async function commitIntent(deps: Deps, tx: Tx, start: PaymentStart, items: ReadItems): Promise<BegunPayment> {
  const { actor, intent } = start;
  const planned = await planOverLockedItems(tx, actor, intent, items);
  await requireOpenDay(tx, { companyId: actor.companyId, locationId: intent.request.locationId }, intent.date);
  if (intent.charge) await holdAccount(tx, intent.charge.account);
  if (intent.charge?.source.kind === 'terminal') await holdTerminal(tx, actor.companyId, intent.request);
  await refuseDuplicate(deps, tx, actor, intent);
  const paymentId = deps.newId();
  await insertPayment(deps, tx, start, planned.plan, paymentId);
  await insertLines(tx, actor.companyId, paymentId, planned, items);
  const { orderId, confirmOrder } = intent.request;
  if (orderId && confirmOrder) await intendConfirmation(tx, { companyId: actor.companyId, paymentId, orderId });
  await recordEvent(tx, {
    companyId: actor.companyId,
    at: instant(deps.clock()),
    actorId: actor.id,
    action: 'payment-requested',
    entityId: paymentId,
    members: { totalCents: planned.plan.amountCents + intent.feeCents, customerId: intent.request.customerId },
  });
  if (!intent.charge) {
    await bookApproved(deps, tx, { companyId: actor.companyId, paymentId });
    return { paymentId };
  }
  await insertAttempt(deps, tx, actor.companyId, intent, paymentId);
  return { paymentId, sale: { account: intent.charge.account, request: saleRequestOf(intent, items, paymentId) } };
}

function saleRequestOf(
  { request, charge, feeCents, feeKind }: PaymentIntent,
  items: ReadItems,
  paymentId: string,
): SaleRequest {
  if (!charge) throw new Error('Nothing is charged for this payment');
  const billing = request.source && 'billing' in request.source ? request.source.billing : undefined;
  return {
    orderId: paymentId,
    amountCents: request.amountCents,
    feeCents,
    ...(feeKind && { feeKind }),
    source: charge.source,
    invoiceText: items.invoices.map((invoice) => invoice.number).join(' '),
    customerId: request.customerId,
    ...(billing && { billing }),
  };
}

async function insertPayment(
  deps: Deps,
  tx: Tx,
  start: PaymentStart,
  plan: PaymentPlan,
  paymentId: string,
): Promise<void> {
  const { actor, intent, key, fingerprint } = start;
  const { request } = intent;
  await tx
    .insertInto('payment')
    .values({
      company_id: actor.companyId,
      id: paymentId,
      idempotency_key: key,
      fingerprint,
      concept: 'payment',
      status: 'requested',
      location_id: request.locationId,
      customer_id: request.customerId,
      customer_name: intent.customer.name,
      method: request.method,
      date: intent.date,
      fee_cents: intent.feeCents,
      actor_id: actor.id,
      actor_name: actor.name,
      created_at: instant(deps.clock()),
      ...moneyColumns(plan),
      ...sourceColumns(intent),
      ...givenColumns(intent),
    })
    .execute();
}

const moneyColumns = (plan: PaymentPlan) => ({
  amount_cents: plan.amountCents,
  applied_cents: plan.appliedCents,
  credits_applied_cents: plan.creditsAppliedCents,
  discount_cents: plan.discountCents,
  overpayment_cents: plan.overpaymentCents,
});

function sourceColumns({ request: { source }, charge }: PaymentIntent) {
  const card = charge?.card;
  const known = card ? { card_id: card.id, card_brand: card.brand, card_last4: card.last4 } : {};
  if (!source || 'cardId' in source) return known;
  if ('terminalId' in source) return { terminal_id: source.terminalId };
  return source.saveCard ? { save_card_as: source.description ?? '' } : {};
}

const givenColumns = ({ request }: PaymentIntent) => ({
  order_id: request.orderId ?? null,
  notes: request.notes ?? null,
  duplicate_reason: request.duplicateReason ?? null,
  replaces_id: request.replacesId ?? null,
});

async function insertLines(
  tx: Tx,
  companyId: string,
  paymentId: string,
  planned: PlanOverItems,
  items: ReadItems,
): Promise<void> {
  const { plan, openBefore } = planned;
  const owner = { company_id: companyId, payment_id: paymentId };
  if (plan.allocations.length > 0) {
    const lines = plan.allocations.map((line) => ({
      ...owner,
      invoice_id: line.invoiceId,
      invoice_number: items.invoices.find((invoice) => invoice.id === line.invoiceId)?.number ?? line.invoiceId,
      amount_cents: line.amountCents,
      discount_cents: line.discountCents,
      balance_after_cents: (openBefore.get(line.invoiceId) ?? 0) - line.amountCents - line.discountCents,
    }));
    await tx.insertInto('payment_allocation').values(lines).execute();
  }
  if (plan.credits.length > 0) {
    const uses = plan.credits.map((use) => ({ ...owner, credit_id: use.creditId, amount_cents: use.amountCents }));
    await tx.insertInto('payment_credit').values(uses).execute();
  }
  const holds = [
    ...plan.allocations.map((line) => ({ ...owner, kind: 'invoice' as const, item_id: line.invoiceId })),
    ...plan.credits.map((use) => ({ ...owner, kind: 'credit' as const, item_id: use.creditId })),
  ];
  if (holds.length > 0) await tx.insertInto('hold').values(holds).execute();
}

async function insertAttempt(
  deps: Deps,
  tx: Tx,
  companyId: string,
  intent: PaymentIntent,
  paymentId: string,
): Promise<void> {
  const { charge, request, feeCents } = intent;
  if (!charge) return;
  const now = deps.clock();
  const limit = charge.source.kind === 'terminal' ? deps.config.terminalTimeoutMs : deps.config.saleTimeoutMs;
  await tx
    .insertInto('gateway_attempt')
    .values({
      company_id: companyId,
      id: paymentId,
      payment_id: paymentId,
      account_id: charge.account.id,
      kind: 'sale',
      state: 'sending',
      amount_cents: request.amountCents,
      fee_cents: feeCents,
      parent_id: null,
      transaction_id: null,
      reason: null,
      sent_at: instant(now),
      next_check_at: instant(now + limit + COMMIT_GRACE_MS),
    })
    .execute();
}
