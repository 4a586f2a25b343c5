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
const STROKE = 47;

const MOST_CENTS = 9_999_999_999;
/** As many characters as `MOST_CENTS` has with its point. */
export const MOST_CENTS_LENGTH = 11;
/** So many digits are a number exactly. */
export const MOST_DIGITS = 15;

/**
 * Whole cents of `1234.5`, `$1,234.50`, `-12.34`, `12.34-` or `(12.34)`; NaN for anything else, also for a third decimal. `decimal` is
 * the byte that parts cents off, the other of point and comma parts thousands.
 */
export function centsAt(bytes: Uint8Array, from: number, to: number, decimal: number = POINT): number {
  const plain = plainCentsAt(bytes, from, to, decimal);
  return plain === plain ? plain : spelledCentsAt(bytes, from, to, decimal);
}

/** The usual spelling, digits and two decimals; NaN for any other. */
function plainCentsAt(bytes: Uint8Array, start: number, end: number, decimal: number): number {
  if (end - start < 4 || end - start > MOST_CENTS_LENGTH || bytes[end - 3] !== decimal) return NaN;
  let cents = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit >= 0 && digit <= 9) cents = cents * 10 + digit;
    else if (at !== end - 3) return NaN;
  }
  return cents;
}

function spelledCentsAt(bytes: Uint8Array, from: number, to: number, decimal: number): number {
  let start = from;
  let end = to;
  while (start < end && isBefore(bytes[start] as number)) start++;
  while (end > start && isAfter(bytes[end - 1] as number)) end--;
  const signs = signsIn(bytes, from, start) + signsIn(bytes, end, to);
  const point = pointAt(bytes, start, end, decimal);
  const dollars = wholeAt(bytes, start, point, decimal === POINT ? COMMA : POINT);
  const cents = dollars * 100 + decimalsAt(bytes, point + 1, end);
  if (signs > 1 || !(cents <= MOST_CENTS)) return NaN;
  return signs === 0 ? cents : 0 - cents;
}

function signsIn(bytes: Uint8Array, start: number, end: number): number {
  let signs = 0;
  for (let at = start; at < end; at++) if (isSign(bytes[at] as number)) signs++;
  return signs;
}

const isSign = (byte: number): boolean => byte === MINUS || byte === OPEN;
const isBefore = (byte: number): boolean => isSign(byte) || byte === DOLLAR || byte === SPACE;
const isAfter = (byte: number): boolean => byte === MINUS || byte === CLOSE || byte === SPACE;

/** Where cents begin; the end where there are none. */
function pointAt(bytes: Uint8Array, start: number, end: number, decimal: number): number {
  for (let at = end - 1; at >= start && at >= end - 3; at--) if (bytes[at] === decimal) return at;
  return end;
}

function wholeAt(bytes: Uint8Array, start: number, end: number, thousands: number): number {
  if (start >= end) return NaN;
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    // Thousands stand in threes: a comma before two digits is no mark of thousands, and nothing is guessed.
    else if (bytes[at] !== thousands || at === start || (end - at) % 4 !== 0) return NaN;
  }
  return value;
}

/** One digit or two; nothing is 0. */
function decimalsAt(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end) return 0;
  const value = wholeAt(bytes, start, end, -1);
  return end - start === 1 ? value * 10 : value;
}

/** A number of plain digits without a leading zero, or NaN: it is then compared as text. */
export function digitsAt(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > MOST_DIGITS || bytes[start] === ZERO) return NaN;
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
  if (end - start === 10 && bytes[start + 4] === MINUS && bytes[start + 7] === MINUS) {
    const day = calendarDay(wholeAt(bytes, start, start + 4, -1), pairAt(bytes, start + 5), pairAt(bytes, start + 8));
    if (day === day) return day;
  }
  const one = endOfDigits(bytes, start, end);
  const two = endOfDigits(bytes, one + 1, end);
  const three = endOfDigits(bytes, two + 1, end);
  if (!isBetween(bytes[one]) || !isBetween(bytes[two])) return NaN;
  const first = wholeAt(bytes, start, one, -1);
  const second = wholeAt(bytes, one + 1, two, -1);
  const third = wholeAt(bytes, two + 1, three, -1);
  if (first > 999) return calendarDay(first, second, third);
  return calendarDay(third < 100 ? 2000 + third : third, first, second);
}

const pairAt = (bytes: Uint8Array, at: number): number => wholeAt(bytes, at, at + 2, -1);

/** Four digits at most are a part of a day. */
function endOfDigits(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && at < start + 4 && (bytes[at] as number) >= ZERO && (bytes[at] as number) <= NINE) at++;
  return at;
}

const isBetween = (byte: number | undefined): boolean => byte === MINUS || byte === STROKE;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `yyyymmdd` of a day of this century, or NaN. */
export function calendarDay(year: number, month: number, day: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
  return year < 2000 || year > 2099 || day < 1 || day > length ? NaN : year * 10_000 + month * 100 + day;
}
