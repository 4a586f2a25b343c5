/** Numbers of so many digits are told apart exactly. */
export const MOST_KEY_DIGITS = 15;

const ZERO = 48;

/**
 * A number to look a text up by. Plain digits without a leading zero are that number itself, so that equal keys mean equal texts; of
 * other text it is a hash below 0, and texts of equal keys have still to be compared. NaN when there is no text.
 */
export function keyOfText(text: string | undefined): number {
  if (text === undefined || text === '') return NaN;
  const { length } = text;
  if (length > MOST_KEY_DIGITS || text.charCodeAt(0) === ZERO) return hashOf(text);
  let value = 0;
  for (let index = 0; index < length; index++) {
    const digit = text.charCodeAt(index) - ZERO;
    if (digit < 0 || digit > 9) return hashOf(text);
    value = value * 10 + digit;
  }
  return value;
}

/** Two FNV-like hashes side by side, 52 bits in all. */
function hashOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 13);
  }
  return -1 - ((high >>> 12) * 4_294_967_296 + (low >>> 0));
}

/** Spreads neighbouring ids over 32 bits: Fibonacci hashing of the low bits mixed with the high ones. */
export const spread = (key: number): number => Math.imul(key ^ (key / 4_294_967_296), 0x9e3779b1);

/** Where keys stand in a list, by open addressing; each slot holds one more than the index, so that 0 is an empty slot. */
export class KeyTable {
  readonly #keys: Float64Array;
  readonly #slots: Int32Array;
  readonly #used: number;
  readonly #shift: number;

  /**
   * @param most How many keys are held at once at most.
   * @param used How many of the upper bits of `spread` all keys that are held at once share.
   */
  constructor(keys: Float64Array, { most = keys.length, used = 0 }: { most?: number; used?: number } = {}) {
    const bits = Math.max(4, Math.ceil(Math.log2(most * 2 + 1)));
    this.#keys = keys;
    this.#slots = new Int32Array(1 << bits);
    this.#used = used;
    this.#shift = 32 - bits;
  }

  /**
   * Holds the keys from one index up to another and no others, without those that are NaN. Tells of a key that stands there again: the
   * index that holds it, and its own.
   */
  fill(from: number, to: number, onRepeated?: (key: number, held: number, index: number) => void): void {
    const keys = this.#keys;
    this.#slots.fill(0);
    for (let index = from; index < to; index++) {
      const key = keys[index] as number;
      if (key !== key) continue;
      const slot = this.#slotOf(key);
      const held = this.#slots[slot] as number;
      if (held === 0) this.#slots[slot] = index + 1;
      else onRepeated?.(key, held - 1, index);
    }
  }

  /** The index that holds the key, or -1. */
  find(key: number): number {
    return (this.#slots[this.#slotOf(key)] as number) - 1;
  }

  #slotOf(key: number): number {
    const keys = this.#keys;
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (spread(key) << this.#used) >>> this.#shift;
    for (let held = slots[slot] as number; held !== 0 && keys[held - 1] !== key; held = slots[slot] as number) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
