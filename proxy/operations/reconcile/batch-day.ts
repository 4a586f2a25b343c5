import { businessDay, wallClock } from '../../../src/domain/reconcile/business-day.js';
import type { GatewayBatch } from '../../gateway/port.js';

/** A batch closed in the night holds the day before, unless it was opened in that night only. Undefined while it is open. */
export function closingDay({ openedAt, closedAt }: GatewayBatch, timeZone: string): string | undefined {
  if (closedAt === undefined) return undefined;
  const day = businessDay(timeZone, Date.parse(closedAt));
  return openedAt === undefined ? day : later(day, wallClock(timeZone, Date.parse(openedAt)).day);
}

export const later = (day: string, other: string): string => (day > other ? day : other);
