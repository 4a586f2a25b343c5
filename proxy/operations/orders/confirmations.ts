import { sql, type Selectable } from 'kysely';
import type { Confirmation } from '../../../src/contract/payment.js';
import type { Deps } from '../../deps.js';
import type { ConfirmationOutcome } from '../../komet/port.js';
import type { ConfirmationState, OrderConfirmationTable } from '../../store/order-tables.js';
import type { Db, Tx } from '../../store/store.js';
import { recordEvent } from '../events.js';
import { instant } from '../instants.js';

type ConfirmationRow = Selectable<OrderConfirmationTable>;

const LEASE_MS = 30_000;
const MOST_WAIT_MS = 15 * 60_000;
const BATCH = 20;

/** How a payment tells of the order it was to confirm. Before it is approved there is nothing to tell. */
export const confirmationOf = (state: ConfirmationState | null | undefined): Confirmation =>
  !state || state === 'intended' ? 'none' : state;

export async function confirmationsOf(
  db: Db,
  companyId: string,
  paymentIds: readonly string[],
): Promise<Map<string, Confirmation>> {
  const rows = await db
    .selectFrom('order_confirmation')
    .select(['payment_id', 'state'])
    .where('company_id', '=', companyId)
    .where('payment_id', 'in', paymentIds)
    .execute();
  return new Map(rows.map((row) => [row.payment_id, confirmationOf(row.state)]));
}

/** Written with the payment's intent, so that a crash after the charge can't forget the order. */
export async function intendConfirmation(
  tx: Tx,
  confirmation: { readonly companyId: string; readonly paymentId: string; readonly orderId: string },
): Promise<void> {
  const { companyId, paymentId, orderId } = confirmation;
  await tx
    .insertInto('order_confirmation')
    .values({
      company_id: companyId,
      payment_id: paymentId,
      order_id: orderId,
      state: 'intended',
      next_try_at: null,
      last_message: null,
    })
    .execute();
}

/** The payment is approved, and in the same transaction its order is due to be confirmed. */
export async function releaseConfirmation(tx: Tx, companyId: string, paymentId: string, at: string): Promise<void> {
  await tx
    .updateTable('order_confirmation')
    .set({ state: 'pending', next_try_at: at })
    .where('company_id', '=', companyId)
    .where('payment_id', '=', paymentId)
    .where('state', '=', 'intended')
    .execute();
}

/** Confirms every paid order that is due and returns how many there were. Komet gets each at least once, keyed by its payment. */
export async function confirmDue(deps: Deps): Promise<number> {
  const due = await lease(deps, sql`true`);
  for (const row of due) await confirm(deps, row);
  return due.length;
}

/** Confirms the order of one payment now; what fails is left to `confirmDue`. The payment stands in any case. */
export async function confirmPaidOrder(deps: Deps, companyId: string, paymentId: string): Promise<void> {
  try {
    for (const row of await lease(deps, sql`company_id = ${companyId} and payment_id = ${paymentId}`))
      await confirm(deps, row);
  } catch (error) {
    deps.log.warn('confirmation-postponed', { companyId, paymentId, reason: String(error) });
  }
}

async function lease(deps: Deps, condition: ReturnType<typeof sql>): Promise<ConfirmationRow[]> {
  const now = deps.clock();
  const leased = await sql<ConfirmationRow>`
    update order_confirmation set next_try_at = ${instant(now + LEASE_MS)}, tries = tries + 1
    where (company_id, payment_id) in (
      select company_id, payment_id from order_confirmation
      where ${condition} and state = 'pending' and next_try_at <= ${instant(now)}
      order by next_try_at limit ${BATCH} for update skip locked)
    returning *`.execute(deps.store.db);
  return leased.rows;
}

async function confirm(deps: Deps, row: ConfirmationRow): Promise<void> {
  const outcome = await ask(deps, row);
  const at = deps.clock();
  const { company_id: companyId, payment_id: paymentId, order_id: orderId } = row;
  await deps.store.transaction(async (tx) => {
    const moved = await tx
      .updateTable('order_confirmation')
      .set(moveOf(outcome, instant(at + waitAfter(row.tries))))
      .where('company_id', '=', companyId)
      .where('payment_id', '=', paymentId)
      .where('state', '=', 'pending')
      .returning('state')
      .executeTakeFirst();
    if (!moved || outcome.kind === 'retry') return;
    const action = outcome.kind === 'confirmed' ? 'order-confirmed' : 'order-confirmation-refused';
    const members = { paymentId };
    await recordEvent(tx, { companyId, at: instant(at), actorId: 'confirmations', action, entityId: orderId, members });
  });
  if (outcome.kind === 'refused') deps.log.error('order-confirmation-refused', { companyId, paymentId, orderId });
}

function moveOf(outcome: ConfirmationOutcome, nextTryAt: string) {
  if (outcome.kind === 'confirmed') return { state: 'confirmed' as const, next_try_at: null, last_message: null };
  const last_message = outcome.message.slice(0, 500);
  if (outcome.kind === 'refused') return { state: 'refused' as const, next_try_at: null, last_message };
  return { next_try_at: nextTryAt, last_message };
}

async function ask(deps: Deps, row: ConfirmationRow): Promise<ConfirmationOutcome> {
  try {
    return await deps.komet.confirmOrder(row.company_id, row.order_id, { key: row.payment_id });
  } catch (error) {
    return { kind: 'retry', message: String(error) };
  }
}

const waitAfter = (tries: number): number => Math.min(MOST_WAIT_MS, 1_000 * 2 ** Math.min(tries, 10));
