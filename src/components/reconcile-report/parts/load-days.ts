import type { ReconciliationDay } from '../../../contract/reconciliation.js';
import { daysBefore } from '../../../domain/date-range.js';
import type { PayClient } from '../../../services/call.js';
import { listReconciliationDays } from '../../../services/reconciliations.js';
import { daysOf } from './month.js';

export type DaysQuery = readonly [locationId: string, day: string, today: string];

/** The days of the month of a day, and the 30 up to it. */
export async function loadDays(
  client: PayClient,
  [locationId, day, today]: DaysQuery,
  signal: AbortSignal,
): Promise<readonly ReconciliationDay[]> {
  const month = daysOf(day);
  const last = month[month.length - 1] ?? day;
  const [from = day] = [daysBefore(day, 29), ...month].sort();
  const to = last < today ? last : today;
  return (await listReconciliationDays(client)(locationId, { from, to }, { signal })).days;
}
