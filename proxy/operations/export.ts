import type { Deps } from '../deps.js';

type CompanyTable = 'gateway_attempt' | 'payment_allocation' | 'payment_credit' | 'hold' | 'item_account' | 'outbox';

/**
 * Everything an outside checker needs to hold this proxy's books against the gateway's own journal: attempts, payments, what they were
 * applied to, what is held, reversals and undelivered postings. Secrets and vault ids are left out.
 */
export function exportCompany(deps: Deps) {
  return async (companyId: string): Promise<Record<string, unknown[]>> => {
    const { db } = deps.store;
    const of = (table: CompanyTable) => db.selectFrom(table as 'payment').where('company_id', '=', companyId);
    return {
      attempts: await of('gateway_attempt').selectAll().orderBy('id').execute(),
      payments: await db
        .selectFrom('payment')
        .select(PAYMENT_COLUMNS)
        .where('company_id', '=', companyId)
        .orderBy('id')
        .execute(),
      allocations: await of('payment_allocation').selectAll().execute(),
      credits: await of('payment_credit').selectAll().execute(),
      holds: await of('hold').selectAll().execute(),
      items: await of('item_account').selectAll().execute(),
      cards: await db
        .selectFrom('card')
        .select(['id', 'customer_id', 'location_id', 'brand', 'last4', 'is_primary', 'deleted_at', 'purged_at'])
        .where('company_id', '=', companyId)
        .orderBy('id')
        .execute(),
      outbox: await of('outbox').selectAll().orderBy('id').execute(),
      events: await db.selectFrom('event').selectAll().where('company_id', '=', companyId).orderBy('seq').execute(),
    };
  };
}

const PAYMENT_COLUMNS = [
  'id',
  'idempotency_key',
  'control_number',
  'concept',
  'status',
  'needs_review',
  'location_id',
  'customer_id',
  'order_id',
  'method',
  'date',
  'amount_cents',
  'fee_cents',
  'applied_cents',
  'credits_applied_cents',
  'discount_cents',
  'overpayment_cents',
  'card_last4',
  'transaction_id',
  'authorization_code',
  'batch_id',
  'decline_cause',
  'failure',
  'actor_id',
  'created_at',
  'completed_at',
  'reversal_of_id',
  'reversed_by_id',
] as const;
