import { spread } from './key.js';

/** The number each entry is looked for by, NaN for none, and the positions of the entries where these are not all of their side. */
export interface Keyed {
  readonly keys: Float64Array;
  readonly positions?: Int32Array;
}

/** So many keys are looked up without leaving the cache of one core. */
const KEYS_OF_PART = 8_192;
const MOST_BITS = 8;

/** How many bits of `spread` tell the parts of so many keys apart. */
export const partBits = (keys: number): number =>
  Math.min(MOST_BITS, Math.max(0, Math.ceil(Math.log2(keys / KEYS_OF_PART))));

/**
 * A list of keys as parts, by the upper bits of `spread`: equal keys of two lists stand in the same part. Only one part at a time is
 * copied out, since a long copy makes the engine collect garbage among all objects of its caller.
 */
export class KeyParts {
  /** The keys of the part that was opened last, and the positions of their entries. */
  readonly keys: Float64Array;
  positions: Int32Array = new Int32Array(0);
  readonly #list: Keyed;
  readonly #order: Int32Array;
  readonly #starts: Int32Array;

  constructor(list: Keyed, bits: number) {
    const { keys } = list;
    const { length } = keys;
    const shift = 31 - bits;
    const parts = new Uint8Array(length);
    // What stands in a part, one further on: added up, that is where the part ends.
    const ends = new Int32Array((1 << bits) + 1);
    for (let index = 0; index < length; index++) {
      const key = keys[index] as number;
      const part = (spread(key) >>> 1) >>> shift;
      parts[index] = part;
      if (key === key) ends[part + 1] = (ends[part + 1] as number) + 1;
    }
    this.keys = new Float64Array(ends.reduce((most, count) => Math.max(most, count), 0));
    for (let part = 1; part < ends.length; part++) (ends[part] as number) += ends[part - 1] as number;
    this.#list = list;
    this.#starts = ends.slice();
    const order = new Int32Array(ends.at(-1) as number);
    this.#order = order;
    for (let index = 0; index < length; index++) {
      const part = parts[index] as number;
      const key = keys[index] as number;
      if (key !== key) continue;
      const end = ends[part] as number;
      order[end] = index;
      ends[part] = end + 1;
    }
  }

  /** Opens a part and tells how many keys it has. */
  open(part: number): number {
    const { keys: list, positions } = this.#list;
    const order = this.#order.subarray(this.#starts[part], this.#starts[part + 1]);
    for (let at = 0; at < order.length; at++) this.keys[at] = list[order[at] as number] as number;
    this.positions = positions ? order.map((index) => positions[index] as number) : order;
    return order.length;
  }
}
