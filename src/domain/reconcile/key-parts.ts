import { spread } from './key.js';
import { float64Room, int32Room, uint8Room } from './room.js';

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
 * A list of keys in the order of their parts, by the upper bits of `spread`: equal keys of two lists stand in the same part. Keys that
 * are NaN are left out.
 */
export interface KeyParts {
  readonly keys: Float64Array;
  /** The position of each key's entry on its side. */
  readonly positions: Int32Array;
  /** Where each part begins, and at last where all end. */
  readonly starts: Int32Array;
}

export function partKeys({ keys: list, positions: places }: Keyed, bits: number): KeyParts {
  const { length } = list;
  const shift = 31 - bits;
  const parts = uint8Room(length);
  // What stands in a part, one further on: added up, that is where the part ends.
  const ends = new Int32Array((1 << bits) + 1);
  for (let index = 0; index < length; index++) {
    const key = list[index] as number;
    const part = (spread(key) >>> 1) >>> shift;
    parts[index] = part;
    if (key === key) ends[part + 1] = (ends[part + 1] as number) + 1;
  }
  for (let part = 1; part < ends.length; part++) (ends[part] as number) += ends[part - 1] as number;
  const starts = ends.slice();
  const count = ends.at(-1) as number;
  const keys = float64Room(count);
  const positions = int32Room(count);
  for (let index = 0; index < length; index++) {
    const key = list[index] as number;
    if (key !== key) continue;
    const part = parts[index] as number;
    const end = ends[part] as number;
    keys[end] = key;
    positions[end] = places ? (places[index] as number) : index;
    ends[part] = end + 1;
  }
  return { keys, positions, starts };
}
