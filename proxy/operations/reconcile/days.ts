import { sql } from 'kysely';
import type { DayList, ReconciliationDay } from '../../../src/contract/reconciliation.js';
import { shiftDay, wallClock } from '../../../src/domain/reconcile/business-day.js';
import type { Actor, Deps } from '../../deps.js';
import { ProblemError } from '../../problem-error.js';
import { requireLocation, requireLocationRight } from '../scope.js';
import type { RunRow } from './run-rows.js';

const MOST_DAYS = 100;

interface Query {
  readonly locationId: string;
  readonly from: string;
  readonly to: string;
}

/** Which days are closed, in balance, off or still open, oldest first. */
export function listDays(deps: Deps) {
  return async (actor: Actor, query: Query): Promise<DayList> => {
    requireLocationRight(actor, 'reconcile');
    const { timeZone } = await requireLocation(deps, actor, query.locationId);
    const days = daysOf(query);
    const runs = await latestRuns(deps, actor.companyId, query);
    const paid = await paidByDay(deps, actor.companyId, query);
    return {
      today: wallClock(timeZone, deps.clock()).day,
      timeZone,
      days: days.map((day) => viewDay(day, runs.get(day), paid.get(day))),
    };
  };
}

function daysOf({ from, to }: Query): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= MOST_DAYS; day = shiftDay(day, 1)) days.push(day);
  if (days.length <= MOST_DAYS) return days;
  throw new ProblemError('invalid-request', {
    errors: [{ pointer: '/query/to', message: `may be at most ${MOST_DAYS} days after from` }],
  });
}

async function latestRuns(deps: Deps, companyId: string, { locationId, from, to }: Query) {
  const runs = await deps.store.db
    .selectFrom('reconciliation')
    .distinctOn('day')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('location_id', '=', locationId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .whereRef('last_day', '=', 'day')
    .where('status', 'in', ['ready', 'closed'])
    .orderBy('day')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return new Map(runs.map((run) => [run.day, run]));
}

async function paidByDay(deps: Deps, companyId: string, { locationId, from, to }: Query): Promise<Map<string, number>> {
  const rows = await deps.store.db
    .selectFrom('payment')
    .select(['date', sql<number>`sum(amount_cents + fee_cents)::bigint`.as('cents')])
    .where('company_id', '=', companyId)
    .where('location_id', '=', locationId)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('status', 'in', ['approved', 'charge-back-requested', 'charged-back'])
    .where(sql<boolean>`amount_cents + fee_cents <> 0`)
    .groupBy('date')
    .execute();
  return new Map(rows.map(({ date, cents }) => [date, cents]));
}

function viewDay(day: string, run: RunRow | undefined, kometCents: number | undefined): ReconciliationDay {
  const found = run?.findings;
  return {
    day,
    state: stateOf(run, kometCents),
    ...(kometCents !== undefined && { kometCents }),
    ...(run && { reconciliationId: run.id }),
    ...(found && { depositCents: found.deposit.cents, offCents: found.offCents }),
  };
}

function stateOf(run: RunRow | undefined, kometCents: number | undefined): ReconciliationDay['state'] {
  if (!run?.findings) return kometCents === undefined ? 'none' : 'open';
  if (run.status === 'closed') return 'closed';
  return run.findings.balanced ? 'balanced' : 'off';
}
