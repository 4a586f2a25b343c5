import { int32Room } from '../room.js';
import { textAt } from './row-texts.js';

/** A text of so many bytes is known by two numbers alone. */
const SHORT = 8;
const HALF = 4;
const NEAR = 256;
const NEAR_SHIFT = 24;

/** The texts of a column in which few differ: each row has the number of its text, so that a text is looked at once. */
export class Words {
  /** The number of each row's text. */
  codes = int32Room(0);
  readonly #texts: string[] = [];
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  /** The first four bytes of each text, and those that follow. */
  readonly #heads: number[] = [];
  readonly #tails: number[] = [];
  /** One more than the number of the text; 0 is an empty slot. */
  #slots = new Int32Array(64);
  /** The number of the text that was kept last; -1 before the first. */
  #last = -1;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** The first and the last four bytes of the text that was kept plainly the last time; a length of 0 where it was none of 4 to 8. */
  #plainLength = 0;
  #plainCode = 0;
  #plainFirst = 0;
  #plainLast = 0;
  /** Texts of one byte to three that were kept before, where their bytes lead. */
  readonly #nearHeads = new Int32Array(NEAR);
  readonly #nearCodes = new Int32Array(NEAR);

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Every text that stands in the column, by its number. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  keep(row: number, start: number, end: number): void {
    let head = 0;
    let tail = 0;
    for (let at = start; at < end; at++) {
      if (at < start + 4) head = (head << 8) | (this.#bytes[at] as number);
      else tail = (tail << 8) | (this.#bytes[at] as number);
    }
    this.keepKnown(row, head, tail, start, end);
  }

  /** The same for a text whose bytes were looked at: the first four and the following, each as a number with the last byte lowest. */
  keepKnown(row: number, head: number, tail: number, start: number, end: number): void {
    // Neighbours often have the same one.
    if (this.#last < 0 || !this.#is(this.#last, head, tail, start, end))
      this.#last = this.#find(head, tail, start, end);
    this.codes[row] = this.#last;
  }

  /** The same for a text that no delimiter, quote or space stands in, so that it is known at once where it stands again. */
  keepPlain(row: number, head: number, tail: number, start: number, end: number): void {
    const length = end - start;
    if (length > 0 && length < HALF) {
      this.#keepNear(row, head, start, end);
      return;
    }
    this.keepKnown(row, head, tail, start, end);
    this.#plainLength = length > SHORT ? 0 : length;
    if (this.#plainLength === 0) return;
    this.#plainCode = this.#last;
    this.#plainFirst = this.#view.getUint32(start);
    this.#plainLast = this.#view.getUint32(end - HALF);
  }

  #keepNear(row: number, head: number, start: number, end: number): void {
    const slot = Math.imul(head, 0x9e3779b1) >>> NEAR_SHIFT;
    if (this.#nearHeads[slot] !== head) {
      this.#nearHeads[slot] = head;
      this.#nearCodes[slot] = this.#find(head, 0, start, end);
    }
    this.codes[row] = this.#nearCodes[slot] as number;
  }

  /** Keeps the text that was kept plainly the last time if it stands there again, and tells its length; 0 otherwise. */
  keepAgain(row: number, start: number): number {
    const length = this.#plainLength;
    const view = this.#view;
    if (length === 0 || start + length > view.byteLength) return 0;
    if (view.getUint32(start) !== this.#plainFirst || view.getUint32(start + length - HALF) !== this.#plainLast)
      return 0;
    this.codes[row] = this.#plainCode;
    return length;
  }

  #find(head: number, tail: number, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let slot = slotOf(head, tail, mask);
    for (let held = this.#slots[slot] as number; held !== 0; held = this.#slots[slot] as number) {
      if (this.#is(held - 1, head, tail, start, end)) return held - 1;
      slot = (slot + 1) & mask;
    }
    return this.#add(slot, head, tail, start, end);
  }

  #is(code: number, head: number, tail: number, start: number, end: number): boolean {
    const length = end - start;
    if (this.#heads[code] !== head || this.#tails[code] !== tail || this.#lengths[code] !== length) return false;
    return length <= SHORT || this.#isSame(code, start, end);
  }

  #isSame(code: number, start: number, end: number): boolean {
    const bytes = this.#bytes;
    let known = this.#starts[code] as number;
    for (let at = start; at < end; at++) if (bytes[at] !== bytes[known++]) return false;
    return true;
  }

  #add(slot: number, head: number, tail: number, start: number, end: number): number {
    const code = this.#texts.push(textAt(this.#bytes, start, end)) - 1;
    this.#starts.push(start);
    this.#lengths.push(end - start);
    this.#heads.push(head);
    this.#tails.push(tail);
    this.#slots[slot] = code + 1;
    if (this.#texts.length * 2 > this.#slots.length) this.#growSlots();
    return code;
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (const [code, head] of this.#heads.entries()) {
      let slot = slotOf(head, this.#tails[code] as number, mask);
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }
}

function slotOf(head: number, tail: number, mask: number): number {
  const mixed = Math.imul(head ^ Math.imul(tail, 0x85ebca6b), 0x9e3779b1);
  return (mixed ^ (mixed >>> 15)) & mask;
}
