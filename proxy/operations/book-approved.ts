import { sql } from 'kysely';
import type { Deps } from '../deps.js';
import type { GatewayTransaction, VaultCard } from '../gateway/port.js';
import type { Tx } from '../store/store.js';
import { keepCard } from './card-rows.js';
import { recordEvent } from './events.js';
import { instant } from './instants.js';
import { releaseConfirmation } from './orders/confirmations.js';
import type { PaymentRow } from './payment-view.js';
import { queuePosting } from './queue-posting.js';

export interface Approval {
  readonly companyId: string;
  readonly paymentId: string;
  /** Absent when credits covered everything and nothing was charged. */
  readonly transaction?: GatewayTransaction;
  readonly vaultCard?: VaultCard;
  readonly accountId?: string;
}

/** Books an approved payment: status, what its items lost, the released holds, the card to keep and the posting for Komet. */
export async function bookApproved(deps: Deps, tx: Tx, approval: Approval): Promise<void> {
  const { companyId, paymentId, transaction } = approval;
  const at = instant(deps.clock());
  const controlNumber = await nextControlNumber(tx, companyId);
  const row = await tx
    .updateTable('payment')
    .set((eb) => ({
      status: 'approved' as const,
      version: eb('version', '+', 1),
      completed_at: at,
      needs_review: false,
      control_number: controlNumber,
      ...(transaction && transactionColumns(transaction)),
    }))
    .where('company_id', '=', companyId)
    .where('id', '=', paymentId)
    .returningAll()
    .executeTakeFirstOrThrow();
  await useItems(tx, companyId, paymentId);
  await releaseHolds(tx, companyId, paymentId);
  await keepRequestedCard(deps, tx, row, approval);
  await releaseConfirmation(tx, companyId, paymentId, at);
  await queuePosting(tx, row, at);
  const members = { transactionId: transaction?.id, totalCents: row.amount_cents + row.fee_cents };
  await recordEvent(tx, {
    companyId,
    at,
    actorId: row.actor_id,
    action: 'payment-approved',
    entityId: paymentId,
    members,
  });
}

const transactionColumns = ({ id, authorizationCode, batchId, brand, last4 }: GatewayTransaction) => ({
  transaction_id: id,
  authorization_code: authorizationCode ?? null,
  batch_id: batchId ?? null,
  ...(brand && { card_brand: brand }),
  ...(last4 && { card_last4: last4 }),
});

/** Komet's Control #: given only to approved payments and reversals, so that declines leave no gap. */
export async function nextControlNumber(tx: Tx, companyId: string): Promise<number> {
  const { value } = await tx
    .insertInto('company_counter')
    .values({ company_id: companyId, name: 'control-number', value: 10_001 })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'name']).doUpdateSet((eb) => ({ value: eb('company_counter.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}

/** Moves what the payment's lines take from invoices and credits; the database refuses more than an item holds. */
async function useItems(tx: Tx, companyId: string, paymentId: string): Promise<void> {
  const lines = await tx
    .selectFrom('payment_allocation')
    .select(['invoice_id as id', sql<number>`amount_cents + discount_cents`.as('cents')])
    .where('company_id', '=', companyId)
    .where('payment_id', '=', paymentId)
    .orderBy('invoice_id')
    .execute();
  const uses = await tx
    .selectFrom('payment_credit')
    .select(['credit_id as id', 'amount_cents as cents'])
    .where('company_id', '=', companyId)
    .where('payment_id', '=', paymentId)
    .orderBy('credit_id')
    .execute();
  for (const line of lines) await useItem(tx, companyId, 'invoice', line.id, line.cents);
  for (const use of uses) await useItem(tx, companyId, 'credit', use.id, use.cents);
}

export async function useItem(
  tx: Tx,
  companyId: string,
  kind: 'invoice' | 'credit',
  id: string,
  cents: number,
): Promise<void> {
  await tx
    .updateTable('item_account')
    .set((eb) => ({ used_cents: eb('used_cents', '+', cents), version: eb('version', '+', 1) }))
    .where('company_id', '=', companyId)
    .where('kind', '=', kind)
    .where('item_id', '=', id)
    .execute();
}

export async function releaseHolds(tx: Tx, companyId: string, paymentId: string): Promise<void> {
  await tx.deleteFrom('hold').where('company_id', '=', companyId).where('payment_id', '=', paymentId).execute();
}

/** An approved sale may come back without the vault card that was asked for; the payment stands, and says so. */
async function keepRequestedCard(
  deps: Deps,
  tx: Tx,
  row: PaymentRow,
  { vaultCard, accountId }: Approval,
): Promise<void> {
  if (row.save_card_as === null) return;
  const card =
    vaultCard && accountId
      ? await keepCard(tx, {
          companyId: row.company_id,
          id: deps.newId(),
          customerId: row.customer_id,
          locationId: row.location_id,
          accountId,
          vaultCard,
          description: row.save_card_as,
          createdAt: instant(deps.clock()),
          createdBy: row.actor_id,
        })
      : undefined;
  await tx
    .updateTable('payment')
    .set({ saved_card_status: card ? 'saved' : 'not-saved', saved_card_id: card?.id ?? null })
    .where('company_id', '=', row.company_id)
    .where('id', '=', row.id)
    .execute();
}
