import { repeatedTransactions } from '../../../src/domain/reconcile/repeated.js';
import type { ReportSide } from './report-lines.js';

/** A transaction that moved to another page while the list was read stands there as it was and as it is; the later one counts. */
export function latestOfEach(side: ReportSide): ReportSide {
  const stale = new Set(repeatedTransactions(side).flatMap((positions) => positions.slice(0, -1)));
  if (stale.size === 0) return side;
  const kept = Int32Array.from({ length: side.length }, (_, position) => position).filter((at) => !stale.has(at));
  const pick = <T extends Float64Array | Uint8Array | Int32Array>(column: T): T =>
    column.filter((_, position) => !stale.has(position)) as T;
  return {
    length: kept.length,
    transaction: pick(side.transaction),
    amountCents: pick(side.amountCents),
    traits: pick(side.traits),
    location: pick(side.location),
    ...(side.card && { card: pick(side.card) }),
    entry: (position) => side.entry(kept[position] as number),
  };
}
