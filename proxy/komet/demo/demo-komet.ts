import { sql, type Kysely } from 'kysely';
import type { Store } from '../../store/store.js';
import type { CustomerSearch, Komet, KometCredit, KometCustomer } from '../port.js';
import { createDemoBooked } from './booked.js';
import { viewInvoice } from './invoice-view.js';
import { createDemoOrders } from './orders.js';
import { bookPosting } from './post.js';
import type { DemoTables } from './tables.js';

type DemoDb = Kysely<DemoTables>;

/** A floral wholesaler's books behind the Komet port, for the demo screens, Storybook and the tests. */
export function createDemoKomet(store: Store): Komet {
  const db = store.db as unknown as DemoDb;
  return {
    ...createDemoPlaces(db),
    searchCustomers: (companyId, query) => searchCustomers(db, companyId, query),
    readCustomer: async (companyId, customerId) =>
      (await customers(db, companyId, (q) => q.where('c.id', '=', customerId)))[0],
    listOpenInvoices: async (companyId, { customerId, locationId }) => {
      let query = invoices(db, companyId).where('customer_id', '=', customerId).where('status', '=', 'confirmed');
      if (locationId) query = query.where('location_id', '=', locationId);
      const rows = await query.where('balance_cents', '>', 0).orderBy('ship_date').orderBy('number').execute();
      return rows.map(viewInvoice);
    },
    readInvoices: async (companyId, ids) =>
      ids.length === 0 ? [] : (await invoices(db, companyId).where('id', 'in', ids).execute()).map(viewInvoice),
    listOpenCredits: async (companyId, { customerId, locationId }) => {
      let query = credits(db, companyId).where('customer_id', '=', customerId);
      if (locationId) query = query.where('location_id', '=', locationId);
      return (await query.where('balance_cents', '>', 0).orderBy('date').orderBy('number').execute()).map(viewCredit);
    },
    readCredits: async (companyId, ids) =>
      ids.length === 0 ? [] : (await credits(db, companyId).where('id', 'in', ids).execute()).map(viewCredit),
    readOverpayment: async (companyId, paymentId) => {
      const row = await credits(db, companyId).where('source_payment_id', '=', paymentId).executeTakeFirst();
      return row && viewCredit(row);
    },
    ...createDemoOrders(db),
    ...createDemoBooked(db),
    post: (companyId, posting) => bookPosting((work) => db.transaction().execute(work), companyId, posting),
  };
}

function createDemoPlaces(db: DemoDb): Pick<Komet, 'readCompany' | 'listLocations'> {
  return {
    readCompany: (companyId) =>
      db
        .selectFrom('demo_company')
        .select(['company_id as id', 'name', 'currency'])
        .where('company_id', '=', companyId)
        .executeTakeFirst(),
    listLocations: (companyId) =>
      db
        .selectFrom('demo_location')
        .select(['id', 'name', 'code', 'time_zone as timeZone'])
        .where('company_id', '=', companyId)
        .orderBy('name', 'desc')
        .execute(),
  };
}

const invoices = (db: DemoDb, companyId: string) =>
  db.selectFrom('demo_invoice').selectAll().where('company_id', '=', companyId);
const credits = (db: DemoDb, companyId: string) =>
  db.selectFrom('demo_credit').selectAll().where('company_id', '=', companyId);

function customerRows(db: DemoDb, companyId: string) {
  return db
    .selectFrom('demo_customer as c')
    .selectAll()
    .select([
      sql<number>`(select coalesce(sum(i.balance_cents), 0)::bigint from demo_invoice i
        where i.company_id = c.company_id and i.customer_id = c.id and i.status = 'confirmed')`.as(
        'open_balance_cents',
      ),
      sql<number>`(select coalesce(sum(k.balance_cents), 0)::bigint from demo_credit k
        where k.company_id = c.company_id and k.customer_id = c.id)`.as('open_credit_cents'),
    ])
    .where('c.company_id', '=', companyId);
}

type CustomerQuery = ReturnType<typeof customerRows>;

async function customers(
  db: DemoDb,
  companyId: string,
  narrow: (query: CustomerQuery) => CustomerQuery,
): Promise<KometCustomer[]> {
  const rows = await narrow(customerRows(db, companyId)).execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    active: row.active,
    currency: row.currency,
    terms: row.terms,
    email: row.email,
    mainLocationId: row.main_location_id,
    city: row.city,
    state: row.state,
    openBalanceCents: row.open_balance_cents,
    openCreditCents: row.open_credit_cents,
  }));
}

/** By name, then id; the cursor is the last name and id of a page. */
async function searchCustomers(
  db: DemoDb,
  companyId: string,
  search: CustomerSearch,
): Promise<{ customers: KometCustomer[]; nextCursor?: string }> {
  const found = await customers(db, companyId, (all) => {
    let query = all;
    if (search.onlyIds) query = query.where('c.id', 'in', [...search.onlyIds]);
    if (search.search) {
      const pattern = `%${search.search.replace(/[\\%_]/g, '\\$&')}%`;
      query = query.where((eb) => eb.or([eb('c.name', 'ilike', pattern), eb('c.code', 'ilike', pattern)]));
    }
    const after = search.cursor?.split('\n');
    if (after) query = query.where(sql<boolean>`(c.name, c.id) > (${after[0]}, ${after[1] ?? ''})`);
    return query
      .orderBy('c.name')
      .orderBy('c.id')
      .limit(search.limit + 1);
  });
  const page = found.slice(0, search.limit);
  const last = page.at(-1);
  return found.length > search.limit && last
    ? { customers: page, nextCursor: `${last.name}\n${last.id}` }
    : { customers: page };
}

function viewCredit(row: DemoTables['demo_credit']): KometCredit {
  return {
    id: row.id,
    number: row.number,
    customerId: row.customer_id,
    locationId: row.location_id,
    kind: row.kind,
    date: row.date,
    amountCents: row.amount_cents,
    balanceCents: row.balance_cents,
    ...(row.source_payment_id && { sourcePaymentId: row.source_payment_id }),
    ...(row.reason && { reason: row.reason }),
  };
}
