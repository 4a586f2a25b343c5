import { sql, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely';
import type * as z from 'zod/mini';
import type { paymentFilter } from '../../src/contract/payment.js';
import type { Actor, Deps } from '../deps.js';
import type { Tables } from '../store/tables.js';

export type PaymentFilter = z.infer<typeof paymentFilter>;

type Select = SelectQueryBuilder<Tables, 'payment', object>;

const EQUALS = {
  customerId: 'customer_id',
  locationId: 'location_id',
  status: 'status',
  concept: 'concept',
  method: 'method',
  last4: 'card_last4',
} as const;

/** The payments a session may see that fit a filter. */
export function filteredPayments(deps: Deps, actor: Actor, filter: PaymentFilter): Select {
  let select: Select = deps.store.db.selectFrom('payment').where('company_id', '=', actor.companyId);
  if (actor.customerId) select = select.where('customer_id', '=', actor.customerId);
  if (actor.locationIds) select = select.where('location_id', 'in', [...actor.locationIds]);
  for (const name of Object.keys(EQUALS) as (keyof typeof EQUALS)[]) {
    const value = filter[name];
    if (value) select = select.where(EQUALS[name], '=', value);
  }
  return matching(select, filter);
}

function matching(select: Select, filter: PaymentFilter): Select {
  const { from, to, customer, controlNumber, invoice, reference } = filter;
  let found = select;
  if (from) found = found.where('date', '>=', from);
  if (to) found = found.where('date', '<=', to);
  if (customer) found = found.where(sql<boolean>`position(lower(${customer}) in lower(customer_name)) > 0`);
  if (controlNumber) found = found.where('control_number', '=', Number(controlNumber));
  if (invoice) found = found.where('id', 'in', (eb) => paidInvoices(eb, invoice));
  if (!reference) return found;
  return found.where((eb) => eb.or([eb('transaction_id', '=', reference), eb('authorization_code', '=', reference)]));
}

const paidInvoices = (eb: ExpressionBuilder<Tables, 'payment'>, number: string) =>
  eb
    .selectFrom('payment_allocation')
    .select('payment_id')
    .whereRef('payment_allocation.company_id', '=', 'payment.company_id')
    .where('invoice_number', '=', number);
