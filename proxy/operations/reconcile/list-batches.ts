import type { Batch, BatchReport, BatchReportQuery } from '../../../src/contract/batch-report.js';
import { shiftDay } from '../../../src/domain/reconcile/business-day.js';
import type { Actor, Deps } from '../../deps.js';
import type { GatewayBatch } from '../../gateway/port.js';
import { ProblemError } from '../../problem-error.js';
import { openAccount, requireReadyAccount } from '../merchant-accounts.js';
import { requireLocation, requireLocationRight } from '../scope.js';
import { closingDay } from './batch-day.js';
import { present } from './present.js';
import { placeOf, readBatches, readPlaces, requireKept } from './processor-side.js';

const MOST_DAYS = 31;

/** The batches of a location by the day they count for, oldest first; those still open come last. */
export function listBatches(deps: Deps) {
  return async (actor: Actor, { locationId, from, to }: BatchReportQuery): Promise<BatchReport> => {
    requireLocationRight(actor, 'reconcile');
    const { timeZone } = await requireLocation(deps, actor, locationId);
    requireShort(from, to);
    requireKept(deps, timeZone, from);
    const { companyId } = actor;
    const account = await openAccount(deps, await requireReadyAccount(deps, { companyId, locationId }));
    // A day more on either side, for time zones and for batches closed in the small hours.
    const range = { from: noonOf(shiftDay(from, -1)), to: Math.min(deps.clock(), noonOf(shiftDay(to, 2))) };
    const places = await readPlaces(deps, companyId);
    const batches = (range.from < range.to ? await readBatches(deps, account, range) : [])
      .filter((batch) => (placeOf(batch, places) ?? locationId) === locationId)
      .map((batch) => viewBatch(batch, closingDay(batch, timeZone)))
      .filter(({ day }) => day === undefined || (day >= from && day <= to));
    const closed = batches.filter(({ status }) => status === 'closed');
    return {
      timeZone,
      batches: [...batches.filter(({ day }) => day), ...batches.filter(({ day }) => !day)],
      closedCount: closed.length,
      closedCents: closed.reduce((sum, { netCents }) => sum + netCents, 0),
    };
  };
}

function requireShort(from: string, to: string): void {
  if (to >= from && to < shiftDay(from, MOST_DAYS)) return;
  throw new ProblemError('invalid-request', {
    errors: [{ pointer: '/query/to', message: `must be from, or at most ${MOST_DAYS - 1} days after it` }],
  });
}

const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

function viewBatch({ id, merchantId: _, ...batch }: GatewayBatch, day: string | undefined): Batch {
  return { batchId: id, ...batch, ...present({ day }) };
}
