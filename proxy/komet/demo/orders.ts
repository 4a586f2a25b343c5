import type { Kysely, Selectable } from 'kysely';
import type { ConfirmationOutcome, Komet, OrderSearch } from '../port.js';
import { viewInvoice } from './invoice-view.js';
import type { DemoTables } from './tables.js';

type DemoDb = Kysely<DemoTables>;

type Orders = Pick<Komet, 'readOrder' | 'listOrders' | 'confirmsOrders' | 'confirmOrder'>;

export function createDemoOrders(db: DemoDb): Orders {
  return {
    readOrder: async (companyId, orderId) => {
      const all = db.selectFrom('demo_invoice').selectAll().where('company_id', '=', companyId);
      const row = await all.where('id', '=', orderId).executeTakeFirst();
      return row && viewInvoice(row);
    },
    listOrders: async (companyId, query) => (await listOrders(db, companyId, query)).map(viewInvoice),
    confirmsOrders: true,
    confirmOrder: (companyId, orderId) => confirmOrder(db, companyId, orderId),
  };
}

function listOrders(
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
async function confirmOrder(db: DemoDb, companyId: string, orderId: string): Promise<ConfirmationOutcome> {
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
