import { partBits, partKeys, type Keyed } from './key-parts.js';
import { KeyTable } from './key.js';
import { uint8Room } from './room.js';

/** Counterparts found so far, by position on each side; -1 where there is none yet. */
export interface Matching {
  readonly komet: Int32Array;
  readonly processor: Int32Array;
  readonly kometRule: Int8Array;
  readonly processorRule: Int8Array;
}

export type SameText = (komet: number, processor: number) => boolean;

/**
 * Links the entries whose key stands once on each side. Keys that stand more often, or for several texts, are returned: who belongs to
 * whom there must not hang on the order of the input.
 * @param same Tells whether two entries of one hashed key have the same text.
 */
export function joinUnique(komet: Keyed, processor: Keyed, matching: Matching, rule: number, same: SameText) {
  const contested = new Map<number, number>();
  const bits = partBits(processor.keys.length);
  const left = partKeys(komet, bits);
  const right = partKeys(processor, bits);
  const table = new KeyTable(right.keys, { most: longest(right.starts), used: bits });
  const onRepeated = (key: number, held: number) => contested.set(key, right.positions[held] as number);
  // Whether a key has been found: asking the list of counterparts would mean a far place for each.
  const isFound = uint8Room(right.keys.length);
  for (let part = 0; part < 1 << bits; part++) {
    table.fill(right.starts[part] as number, right.starts[part + 1] as number, onRepeated);
    const end = left.starts[part + 1] as number;
    for (let index = left.starts[part] as number; index < end; index++) {
      const key = left.keys[index] as number;
      const held = table.find(key);
      if (held === -1) continue;
      const a = left.positions[index] as number;
      const b = right.positions[held] as number;
      if (isFound[held] === 1 || (key < 0 && !same(a, b))) contested.set(key, b);
      else {
        isFound[held] = 1;
        link(matching, a, b, rule);
      }
    }
  }
  for (const b of contested.values()) unlink(matching, b);
  return contested;
}

function longest(starts: Int32Array): number {
  let most = 0;
  for (let part = 1; part < starts.length; part++) {
    most = Math.max(most, (starts[part] as number) - (starts[part - 1] as number));
  }
  return most;
}

export function link(matching: Matching, komet: number, processor: number, rule: number): void {
  matching.komet[komet] = processor;
  matching.processor[processor] = komet;
  matching.kometRule[komet] = rule;
  matching.processorRule[processor] = rule;
}

function unlink(matching: Matching, processor: number): void {
  const komet = matching.processor[processor] as number;
  if (komet === -1) return;
  matching.komet[komet] = matching.processor[processor] = -1;
  matching.kometRule[komet] = matching.processorRule[processor] = -1;
}
