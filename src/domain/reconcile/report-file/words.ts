import { textAt } from './row-texts.js';

/** The texts of a column in which few differ: each row has the number of its text, so that a text is looked at once. */
export class Words {
  /** The number of each row's text. */
  codes = new Int32Array(0);
  readonly #texts: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #hashes: number[] = [];
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
    // Neighbours often have the same one.
    if (!this.#isSame(this.#last, start, end)) this.#last = this.#find(start, end);
    this.codes[row] = this.#last;
  }

  #find(start: number, end: number): number {
    const bytes = this.#bytes;
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let held = this.#slots[slot] as number; held !== 0; held = this.#slots[slot] as number) {
      if (this.#hashes[held - 1] === hash && this.#isSame(held - 1, start, end)) return held - 1;
      slot = (slot + 1) & mask;
    }
    return this.#add(slot, hash, start, end);
  }

  #isSame(code: number, start: number, end: number): boolean {
    const bytes = this.#bytes;
    let known = this.#starts[code] as number;
    if ((this.#ends[code] as number) - known !== end - start) return false;
    for (let at = start; at < end; at++) if (bytes[at] !== bytes[known++]) return false;
    return true;
  }

  #add(slot: number, hash: number, start: number, end: number): number {
    const code = this.#texts.push(textAt(this.#bytes, start, end)) - 1;
    this.#starts.push(start);
    this.#ends.push(end);
    this.#hashes.push(hash);
    this.#slots[slot] = code + 1;
    if (this.#texts.length * 2 > this.#slots.length) this.#growSlots();
    return code;
  }

  #growSlots(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    for (const [code, hash] of this.#hashes.entries()) {
      let slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }
}
