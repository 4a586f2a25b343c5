import type { ReconciliationDay } from '../../../contract/reconciliation.js';
import { daysBefore } from '../../../domain/date-range.js';
import type { PayClient } from '../../../services/call.js';
import { listReconciliationDays } from '../../../services/reconciliations.js';
import { daysOf } from './month.js';

export type DaysQuery = readonly [locationId: string, day: string, to: string | undefined, today: string];

/** The days of the month of a day, and the 30 up to it; of several days the months of both ends. */
export async function loadDays(
  client: PayClient,
  [locationId, day, end = day, today]: DaysQuery,
  signal: AbortSignal,
): Promise<readonly ReconciliationDay[]> {
  const last = daysOf(end).at(-1) ?? end;
  const [from = day] = [daysBefore(end, 29), ...daysOf(day)].sort();
  const to = last < today ? last : today;
  return (await listReconciliationDays(client)(locationId, { from, to }, { signal })).days;
}
