import type { Kysely, Selectable } from 'kysely';
import type { ConfirmationOutcome, OrderSearch } from '../port.js';
import type { DemoTables } from './tables.js';

type DemoDb = Kysely<DemoTables>;

export function listOrders(
  db: DemoDb,
  companyId: string,
  { locationId, customerId, status, limit }: OrderSearch,
): Promise<Selectable<DemoTables['demo_invoice']>[]> {
  let query = db.selectFrom('demo_invoice').selectAll().where('company_id', '=', companyId);
  if (locationId) query = query.where('location_id', '=', locationId);
  if (customerId) query = query.where('customer_id', '=', customerId);
  if (status) query = query.where('status', '=', status);
  return query.orderBy('ship_date').orderBy('number').limit(limit).execute();
}

/** An order stays confirmed, so repeating this, under whatever key, finds it done. */
export async function confirmOrder(db: DemoDb, companyId: string, orderId: string): Promise<ConfirmationOutcome> {
  const order = await db
    .updateTable('demo_invoice')
    .set({ status: 'confirmed' })
    .where('company_id', '=', companyId)
    .where('id', '=', orderId)
    .where('status', 'in', ['pending', 'confirmed'])
    .executeTakeFirst();
  if (order.numUpdatedRows === 1n) return { kind: 'confirmed' };
  return { kind: 'refused', message: `order ${orderId} is neither pending nor confirmed` };
}
