import { sql } from 'kysely';
import type { Reconciliation } from '../../../src/contract/reconciliation.js';
import type { Db, Tx } from '../../store/store.js';
import type { Period } from './period.js';

/** What is dated into a period and has no outcome yet, or has one that Komet has still to be told. */
export async function readUnsettled(
  db: Db | Tx,
  { companyId, locationId, from, to }: Period,
): Promise<Reconciliation['unsettled']> {
  const rows = await db
    .selectFrom('payment')
    .leftJoin('outbox', (join) =>
      join
        .onRef('outbox.company_id', '=', 'payment.company_id')
        .onRef('outbox.payment_id', '=', 'payment.id')
        .on('outbox.delivered_at', 'is', null)
        .on('outbox.refused_at', 'is', null),
    )
    .select(['payment.id', 'payment.control_number', 'outbox.id as posting_id'])
    .select(sql<number>`abs(payment.amount_cents + payment.fee_cents)`.as('cents'))
    .where('payment.company_id', '=', companyId)
    .where('payment.location_id', '=', locationId)
    .where('payment.date', '>=', from)
    .where('payment.date', '<=', to)
    .where((eb) => eb.or([eb('payment.status', 'in', ['requested', 'unknown']), eb('outbox.id', 'is not', null)]))
    .orderBy('payment.id')
    .execute();
  return rows.map(({ id, control_number: controlNumber, cents: amountCents, posting_id: postingId }) => ({
    paymentId: id,
    ...(controlNumber !== null && { controlNumber }),
    amountCents,
    waitsFor: postingId === null ? 'processor' : 'komet',
  }));
}
