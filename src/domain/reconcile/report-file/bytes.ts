/** Reading numbers and days straight from the bytes of a file: a string per cell would cost more than everything else. */

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const OPEN = 40;
const CLOSE = 41;
const POINT = 46;
const COMMA = 44;
const DOLLAR = 36;
const SPACE = 32;

const MOST_CENTS = 9_999_999_999;

/**
 * Whole cents of `1234.5`, `$1,234.50`, `-12.34`, `12.34-` or `(12.34)`; NaN for anything else, also for a third decimal. `decimal` is
 * the byte that parts cents off, the other of point and comma parts thousands.
 */
export function centsAt(bytes: Uint8Array, start: number, end: number, decimal: number = POINT): number {
  const thousands = decimal === POINT ? COMMA : POINT;
  let value = 0;
  let digits = 0;
  let decimals = -1;
  let signs = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= NINE) {
      if (decimals === 2) return NaN;
      if (decimals >= 0) decimals++;
      value = value * 10 + byte - ZERO;
      digits++;
    } else if (byte === decimal) {
      if (decimals >= 0) return NaN;
      decimals = 0;
    } else if (byte === MINUS || byte === OPEN) signs++;
    else if (byte === thousands ? decimals >= 0 : byte !== DOLLAR && byte !== SPACE && byte !== CLOSE) return NaN;
  }
  if (digits === 0 || signs > 1) return NaN;
  const cents = decimals === 2 ? value : decimals === 1 ? value * 10 : value * 100;
  return cents > MOST_CENTS ? NaN : signs === 0 ? cents : 0 - cents;
}

/** A number of plain digits without a leading zero, or NaN: it is then compared as text. */
export function digitsAt(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > 15 || bytes[start] === ZERO) return NaN;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** A day as the number `yyyymmdd`, from `2026-11-20…`, or `11/20/2026…` month first; NaN otherwise. What follows is not looked at. */
export function dayAt(bytes: Uint8Array, start: number, end: number): number {
  let part = 0;
  let parts = 0;
  let digits = 0;
  let first = 0;
  let second = 0;
  let at = start;
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= NINE) {
      part = part * 10 + byte - ZERO;
      digits++;
      continue;
    }
    if (digits === 0 || digits > 4 || parts === 2) break;
    if (byte !== MINUS && byte !== 47) return NaN;
    if (parts === 0) first = part;
    else second = part;
    parts++;
    part = 0;
    digits = 0;
  }
  if (parts !== 2 || digits === 0) return NaN;
  if (first > 999) return calendarDay(first, second, part);
  return calendarDay(part < 100 ? 2000 + part : part, first, second);
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function calendarDay(year: number, month: number, day: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  return year < 2000 || year > 2099 || day < 1 || day > length ? NaN : year * 10_000 + month * 100 + day;
}
