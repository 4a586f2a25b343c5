import { sql } from 'kysely';
import type { Db } from '../../store/store.js';
import type { ReportLine, ReportSide } from './report-lines.js';
import { strangersIn } from './strangers.js';

const MOST_KEYS = 5_000;

/**
 * Takes away the order-ids that are not of a charge of ours. The gateway shows its own number where none was sent, and at the Virtual
 * Terminal people type what they like; only one of ours says that the card was charged from Komet.
 * @param known Komet's lines; what stands there needs no looking up.
 */
export async function withOwnOrders(
  db: Db,
  companyId: string,
  known: ReportSide,
  processor: ReportSide,
): Promise<ReportSide> {
  const foreign = new Set<number>();
  const strangers = strangersIn(processor, known);
  for (let at = 0; at < strangers.length; at += MOST_KEYS) {
    const chunk = strangers.slice(at, at + MOST_KEYS).map((position) => ({ position, ...processor.entry(position) }));
    const orders = chunk.flatMap(({ orderId = [] }) => orderId);
    const rows = await db
      .selectFrom('gateway_attempt')
      .select('id')
      .where('company_id', '=', companyId)
      .where(sql<boolean>`id = any(${orders}::text[])`)
      .execute();
    const own = new Set(rows.map(({ id }) => id));
    for (const { position, orderId } of chunk) if (orderId !== undefined && !own.has(orderId)) foreign.add(position);
  }
  if (foreign.size === 0) return processor;
  const entry = (position: number): ReportLine => {
    const { orderId, ...line } = processor.entry(position);
    return orderId === undefined || foreign.has(position) ? line : { ...line, orderId };
  };
  return { ...processor, entry };
}
