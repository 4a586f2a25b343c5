import type { KometInvoice } from '../port.js';
import type { DemoTables } from './tables.js';

/** A row of the demo's books as the port shows it; an order is such a row too. */
export function viewInvoice(row: DemoTables['demo_invoice']): KometInvoice {
  return {
    id: row.id,
    number: row.number,
    customerId: row.customer_id,
    locationId: row.location_id,
    status: row.status,
    shipDate: row.ship_date,
    dueDate: row.due_date,
    ...(row.customer_po && { customerPo: row.customer_po }),
    totalCents: row.total_cents,
    balanceCents: row.balance_cents,
  };
}
