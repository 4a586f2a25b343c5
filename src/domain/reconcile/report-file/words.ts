import { int32Room } from '../room.js';
import { textAt } from './row-texts.js';

/** A text of so many bytes is known by two numbers alone. */
const SHORT = 8;

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
  #last = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
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
    if (!this.#is(this.#last, head, tail, start, end)) this.#last = this.#find(head, tail, start, end);
    this.codes[row] = this.#last;
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
