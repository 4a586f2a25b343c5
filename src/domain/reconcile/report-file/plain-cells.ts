import { calendarDay, MOST_CENTS_LENGTH, MOST_DIGITS } from './bytes.js';
import type { Words } from './words.js';

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const HYPHEN = 45;
const ZERO = 48;

/**
 * Reads cells one after the other, each byte once, as long as they are written the plain way: no quotes or spaces around them, digits
 * for numbers, two decimals, ISO days. Anything else is left to `Cells`, and says NaN or false here. There must be a newline ahead.
 */
export class PlainCells {
  /** Where the next cell begins, or what could not be read. */
  at = 0;
  readonly #bytes: Uint8Array;
  readonly #delimiter: number;
  readonly #decimal: number;
  readonly #view: DataView;
  /** Most bytes are above both a delimiter and a line break, and are passed over by one comparison. */
  readonly #highest: number;
  /** The day read last, and the bytes it stood in. */
  #knownDay = NaN;
  #knownYear = 0;
  #knownMonth = 0;
  #knownRest = 0;

  constructor(bytes: Uint8Array, delimiter: number, decimal: number) {
    this.#bytes = bytes;
    this.#delimiter = delimiter;
    this.#decimal = decimal;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#highest = Math.max(delimiter, NEWLINE);
  }

  /** Goes on behind the delimiter that a cell must end with. */
  next(): boolean {
    return this.#bytes[this.at++] === this.#delimiter;
  }

  /** Goes on behind the line break that the last cell must end with. */
  nextLine(): boolean {
    if (this.#bytes[this.at] === RETURN) this.at++;
    return this.#bytes[this.at++] === NEWLINE;
  }

  /** Passes cells over that may hold anything, so many and the delimiters between them. */
  skip(cells: number): boolean {
    const bytes = this.#bytes;
    const delimiter = this.#delimiter;
    const highest = this.#highest;
    let { at } = this;
    let left = cells;
    if (bytes[at] === QUOTE) return false;
    for (; ; at++) {
      const byte = bytes[at] as number;
      if (byte > highest) continue;
      if (byte === NEWLINE) break;
      if (byte === delimiter) {
        if (--left === 0) break;
        if (bytes[at + 1] === QUOTE) return false;
      }
    }
    this.at = bytes[at] === NEWLINE && bytes[at - 1] === RETURN ? at - 1 : at;
    return left <= 1;
  }

  /** A number that is its own text: plain digits, no zero before them. */
  digits(): number {
    const start = this.at;
    const value = this.#whole();
    const length = this.at - start;
    return length === 0 || length > MOST_DIGITS || this.#bytes[start] === ZERO ? NaN : value;
  }

  /** Whole cents of digits with two decimals. */
  cents(): number {
    const bytes = this.#bytes;
    const start = this.at;
    const value = this.#whole();
    const { at } = this;
    if (at === start || bytes[at] !== this.#decimal) return NaN;
    this.at = at + 3;
    return at + 3 - start > MOST_CENTS_LENGTH ? NaN : value * 100 + this.#pair(at + 1);
  }

  /** The digits that come next. */
  #whole(): number {
    const bytes = this.#bytes;
    let { at } = this;
    let value = 0;
    for (let digit = (bytes[at] as number) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[at] as number) - ZERO) {
      value = value * 10 + digit;
      at++;
    }
    this.at = at;
    return value;
  }

  /** The same; 0 where the cell is empty. */
  centsOrNone(): number {
    return this.#bytes[this.at] === this.#delimiter ? 0 : this.cents();
  }

  /** `yyyymmdd` of an ISO day. */
  day(): number {
    const { at } = this;
    const view = this.#view;
    if (at + 10 > view.byteLength) return NaN;
    const [year, month, rest] = [view.getUint32(at), view.getUint32(at + 4), view.getUint16(at + 8)];
    this.at = at + 10;
    // Neighbours mostly share their day.
    if (year === this.#knownYear && month === this.#knownMonth && rest === this.#knownRest) return this.#knownDay;
    this.#knownDay = this.#dayAt(at);
    this.#knownYear = year;
    this.#knownMonth = month;
    this.#knownRest = rest;
    return this.#knownDay;
  }

  #dayAt(at: number): number {
    const bytes = this.#bytes;
    if (bytes[at + 4] !== HYPHEN || bytes[at + 7] !== HYPHEN) return NaN;
    const year = this.#pair(at) * 100 + this.#pair(at + 2);
    return calendarDay(year, this.#pair(at + 5), this.#pair(at + 8));
  }

  #pair(at: number): number {
    const tens = (this.#bytes[at] as number) - ZERO;
    const ones = (this.#bytes[at + 1] as number) - ZERO;
    return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
  }

  /** Keeps a word of a row. What ends its cell is looked at by whoever goes on behind it. */
  word(words: Words, row: number): boolean {
    const again = words.keepAgain(row, this.at);
    if (again === 0) return this.#newWord(words, row);
    this.at += again;
    return true;
  }

  #newWord(words: Words, row: number): boolean {
    const bytes = this.#bytes;
    const delimiter = this.#delimiter;
    const start = this.at;
    let at = start;
    let head = 0;
    let tail = 0;
    let byte = bytes[at] as number;
    // Quotes, spaces and line breaks are all below the letters and digits that a word may hold.
    for (; byte > QUOTE && byte !== delimiter; byte = bytes[++at] as number) {
      if (at < start + 4) head = (head << 8) | byte;
      else tail = (tail << 8) | byte;
    }
    if (byte === SPACE || byte === QUOTE) return false;
    words.keepPlain(row, head, tail, start, at);
    this.at = at;
    return true;
  }
}
