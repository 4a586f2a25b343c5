import { sql, type Kysely } from 'kysely';
import type { BookedQuery, KometPayment, Posting } from '../port.js';
import type { DemoTables } from './tables.js';

/** What was booked on some days of a location; the demo books take nothing but card payments. */
export async function listBooked(
  db: Kysely<DemoTables>,
  companyId: string,
  { locationId, from, to }: BookedQuery,
): Promise<KometPayment[]> {
  const rows = await db
    .selectFrom('demo_posting')
    .leftJoin('demo_customer', (join) =>
      join
        .onRef('demo_customer.company_id', '=', 'demo_posting.company_id')
        .on('demo_customer.id', '=', sql<string>`demo_posting.posting->>'customerId'`),
    )
    .select(['demo_posting.key', 'demo_posting.posting', 'demo_customer.name'])
    .where('demo_posting.company_id', '=', companyId)
    .where(sql`demo_posting.posting->>'locationId'`, '=', locationId)
    .where(sql`demo_posting.posting->>'date'`, '>=', from)
    .where(sql`demo_posting.posting->>'date'`, '<=', to)
    .orderBy('demo_posting.key')
    .execute();
  return rows.map(({ key, posting, name }) => viewBooked(key, posting as Posting, name));
}

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
