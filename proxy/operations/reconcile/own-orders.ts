import { sql } from 'kysely';
import type { Db } from '../../store/store.js';
import type { ReportLine, ReportSide } from './report-lines.js';
import { STRANGERS_AT_ONCE } from './strangers.js';

/**
 * Takes away the order-ids that are not of a charge of ours. The gateway shows its own number where none was sent, and at the Virtual
 * Terminal people type what they like; only one of ours says that the card was charged from Komet.
 * @param strangers What Komet's lines don't have; the rest needs no looking up.
 */
export async function withOwnOrders(
  db: Db,
  companyId: string,
  processor: ReportSide,
  strangers: readonly number[],
): Promise<ReportSide> {
  const foreign = new Set<number>();
  for (let at = 0; at < strangers.length; at += STRANGERS_AT_ONCE) {
    const chunk = strangers
      .slice(at, at + STRANGERS_AT_ONCE)
      .map((position) => ({ position, ...processor.entry(position) }));
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
