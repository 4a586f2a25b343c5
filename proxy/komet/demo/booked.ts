import { sql, type Expression, type Kysely, type SqlBool } from 'kysely';
import type { Komet, KometPayment, Posting } from '../port.js';
import type { DemoTables } from './tables.js';

type DemoDb = Kysely<DemoTables>;
type Booked = Pick<Komet, 'listPayments' | 'findPayments'>;

/** What was booked; the demo books take nothing but card payments. */
export function createDemoBooked(db: DemoDb): Booked {
  const read = async (companyId: string, condition: Expression<SqlBool>): Promise<KometPayment[]> => {
    const rows = await booked(db, companyId).where(condition).execute();
    return rows.map(({ key, posting, name }) => viewBooked(key, posting as Posting, name));
  };
  return {
    listPayments: (companyId, { locationId, from, to }) =>
      read(
        companyId,
        sql`posting->>'locationId' = ${locationId} and posting->>'date' >= ${from} and posting->>'date' <= ${to}`,
      ),
    findPayments: (companyId, reference) => read(companyId, sql`posting->>'reference' = ${reference}`),
  };
}

const booked = (db: DemoDb, companyId: string) =>
  db
    .selectFrom('demo_posting')
    .leftJoin('demo_customer', (join) =>
      join
        .onRef('demo_customer.company_id', '=', 'demo_posting.company_id')
        .on('demo_customer.id', '=', sql<string>`posting->>'customerId'`),
    )
    .select(['demo_posting.key', 'demo_posting.posting', 'demo_customer.name'])
    .where('demo_posting.company_id', '=', companyId)
    .orderBy('demo_posting.key');

function viewBooked(key: string, posting: Posting, customerName: string | null): KometPayment {
  const { concept, controlNumber, locationId, date, amountCents, reference } = posting;
  return {
    id: key,
    key,
    controlNumber,
    locationId,
    date,
    amountCents: concept === 'payment' ? amountCents : -amountCents,
    reference,
    ...(customerName !== null && { customerName }),
  };
}
