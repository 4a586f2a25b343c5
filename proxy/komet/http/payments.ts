import { shiftDay } from '../../../src/domain/reconcile/business-day.js';
import type { BookedQuery, KometPayment } from '../port.js';
import type { Api } from './call.js';
import { toBooked } from './mapping.js';
import { bookedRow } from './schemas.js';

/** The API takes dates at most 31 days apart. */
const MOST_DAYS = 31;

/** A row that can't be read fails the list: left out, it would look like a payment that was never booked. */
const PAYMENTS = { name: 'payments', schema: bookedRow, whole: true };

/** The card payments of some days. @throws ProblemError `komet-unreachable` */
export async function listBooked(api: Api, { locationId, from, to }: BookedQuery): Promise<KometPayment[]> {
  const booked: KometPayment[] = [];
  for (let dateFrom = from; dateFrom <= to; dateFrom = shiftDay(dateFrom, MOST_DAYS)) {
    const last = shiftDay(dateFrom, MOST_DAYS - 1);
    const range = { dateFrom, dateTo: last < to ? last : to };
    const rows = await api.list('payment.list', { locationId, ...range }, PAYMENTS);
    booked.push(...rows.flatMap((row) => toBooked(row, locationId) ?? []));
  }
  return booked.filter((payment) => payment.locationId === locationId);
}

/** The card payments with a check reference. @throws ProblemError `komet-unreachable` */
export async function findBooked(api: Api, reference: string): Promise<KometPayment[]> {
  const rows = await api.list('payment.list', { checkReference: reference }, PAYMENTS);
  return rows.flatMap((row) => toBooked(row) ?? []).filter((payment) => payment.reference === reference);
}
