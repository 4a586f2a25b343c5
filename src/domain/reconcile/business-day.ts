/** A batch closed before this hour holds the day before: closing times are fixed in UTC and move past midnight in summer. */
const FIRST_HOUR = 6;

const DAY_MS = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The business day an instant counts for in a time zone, `YYYY-MM-DD`: that of the calendar, and until six in the morning the
 * one before.
 *
 * @example A batch closed at 04:00 UTC holds the same New York day in winter (23:00) and in summer (00:00 of the next).
 */
export function businessDay(timeZone: string, milliseconds: number): string {
  const { day, time } = wallClock(timeZone, milliseconds);
  return Number(time.slice(0, 2)) < FIRST_HOUR ? shiftDay(day, -1) : day;
}

/** What a clock on the wall shows: day `YYYY-MM-DD` and time `HH:MM`. */
export function wallClock(timeZone: string, milliseconds: number): { readonly day: string; readonly time: string } {
  const [day = '', time = ''] = formatOf(timeZone).format(milliseconds).split(' ');
  return { day, time };
}

/** Making a format costs a hundred times more than using it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    // Swedish writes dates as ISO does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(timeZone, format);
  }
  return format;
}

/** The calendar day so many days later, over month ends and without clocks. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
