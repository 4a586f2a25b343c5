/**
 * New York's clocks by the letter of the law, without the time zone tables the engine uses: an hour ahead from the second Sunday in
 * March, 02:00, to the first Sunday in November, 02:00.
 */
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
const WINTER_MINUTES = -300;
const SUMMER_MINUTES = -240;

/** Batches closed before this hour in the morning hold the day before. */
const FIRST_HOUR = 6;

export function dayAfter(day: string, days = 1): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The local day and minute of it at an instant in minutes of UTC. */
export function localTime(utcMinutes: number): { readonly day: string; readonly minute: number } {
  const summer = new Date((utcMinutes + SUMMER_MINUTES) * MINUTE_MS);
  const isSummer = isSummerTime(summer) && !isDoubledHour(utcMinutes);
  const local = utcMinutes + (isSummer ? SUMMER_MINUTES : WINTER_MINUTES);
  const day = new Date(local * MINUTE_MS).toISOString().slice(0, 10);
  return { day, minute: ((local % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES };
}

/** The instant, in minutes of UTC, at which a clock on the wall shows a minute of a day; a time that was skipped is an hour on. */
export function instantAt(day: string, minute: number): number {
  const wall = Date.parse(`${day}T00:00:00Z`) / MINUTE_MS + minute;
  const summer = wall - SUMMER_MINUTES;
  const shown = localTime(summer);
  return shown.day === day && shown.minute === minute ? summer : wall - WINTER_MINUTES;
}

/** The business day of the batch that holds an instant, and the minute of that batch's closing, by a closing time fixed in UTC. */
export function batchOf(utcMinutes: number, closesAtUtc: number): { readonly day: string; readonly closesAt: number } {
  const today = Math.floor(utcMinutes / DAY_MINUTES) * DAY_MINUTES + closesAtUtc;
  const closesAt = utcMinutes < today ? today : today + DAY_MINUTES;
  const { day, minute } = localTime(closesAt);
  return { day: minute < FIRST_HOUR * 60 ? dayAfter(day, -1) : day, closesAt };
}

function isSummerTime(local: Date): boolean {
  const year = local.getUTCFullYear();
  const starts = sunday(year, 2, 2) + 180;
  const ends = sunday(year, 10, 1) + 120;
  const minutes = local.getTime() / MINUTE_MS;
  return minutes >= starts && minutes < ends;
}

/** From 01:00 to 02:00 of winter the clock shows what it showed an hour before; the first of the two is summer. */
function isDoubledHour(utcMinutes: number): boolean {
  const year = new Date(utcMinutes * MINUTE_MS).getUTCFullYear();
  const ends = sunday(year, 10, 1) + 120 - SUMMER_MINUTES;
  return utcMinutes >= ends && utcMinutes < ends + 60;
}

/** Midnight, in minutes of a local calendar, of the nth Sunday of a month counted from 0. */
function sunday(year: number, month: number, nth: number): number {
  const first = new Date(Date.UTC(year, month, 1));
  const date = 1 + ((7 - first.getUTCDay()) % 7) + 7 * (nth - 1);
  return Date.UTC(year, month, date) / MINUTE_MS;
}
