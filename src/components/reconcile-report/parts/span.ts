import { MOST_COMPARED_DAYS } from '../../../contract/reconciliation.js';
import { daysBefore } from '../../../domain/date-range.js';

/** The days that are compared: one, or several up to `to`. */
export interface Span {
  readonly day: string;
  readonly to?: string;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

export const isDay = (text: string | undefined): text is string => text !== undefined && DAY.test(text);

/** Whether several days can be compared at once: in order, not too many, and begun. */
export const isComparable = (day: string | undefined, to: string | undefined, today: string): boolean =>
  isDay(day) && isDay(to) && to > day && to <= today && to < daysBefore(day, -MOST_COMPARED_DAYS);

/** What is wanted where it can be compared; yesterday without a day. */
export function spanOf({ day, to }: { day?: string | undefined; to?: string | undefined }, today: string): Span {
  if (!isDay(day)) return { day: daysBefore(today, 1) };
  return to !== undefined && isComparable(day, to, today) ? { day, to } : { day };
}
