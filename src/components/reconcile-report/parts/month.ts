import { daysBefore } from '../../../domain/date-range.js';

/** Every day of the month of a day. */
export function daysOf(day: string): string[] {
  const days: string[] = [];
  const month = day.slice(0, 7);
  for (let next = `${month}-01`; next.startsWith(month); next = daysBefore(next, -1)) days.push(next);
  return days;
}

/** The month as weeks that begin on Sunday, with holes before its first and after its last day. */
export function weeksOf(day: string): (string | undefined)[][] {
  const days = daysOf(day);
  const holes = new Date(`${day.slice(0, 7)}-01T00:00:00Z`).getUTCDay();
  const cells = [...Array.from({ length: holes }, () => undefined), ...days];
  const weeks: (string | undefined)[][] = [];
  for (let at = 0; at < cells.length; at += 7) {
    const week: (string | undefined)[] = cells.slice(at, at + 7);
    while (week.length < 7) week.push(undefined);
    weeks.push(week);
  }
  return weeks;
}

/** A week of days to name the columns by, from a Sunday on. */
export const weekdays = (): string[] => [4, 5, 6, 7, 8, 9, 10].map((day) => `2026-01-${String(day).padStart(2, '0')}`);
