import type { Columns } from './columns.js';
import { KeyTable } from './key.js';

/** Counterparts found so far, by position on each side; -1 where there is none yet. */
export interface Matching {
  readonly komet: Int32Array;
  readonly processor: Int32Array;
  readonly kometRule: Int8Array;
  readonly processorRule: Int8Array;
}

/** Entries of one side and the number each is looked for by, side by side; entries without one are not among them. */
export interface Keyed {
  readonly positions: Int32Array;
  readonly keys: Float64Array;
}

export type SameText = (komet: number, processor: number) => boolean;

/**
 * Links the entries whose key stands once on each side. Keys that stand more often, or for several texts, are returned: who belongs to
 * whom there must not hang on the order of the input.
 * @param same Tells whether two entries of one hashed key have the same text.
 */
export function joinUnique(komet: Keyed, processor: Keyed, matching: Matching, rule: number, same: SameText) {
  const contested = new Map<number, number>();
  const table = new KeyTable(processor.keys);
  for (let index = 0; index < processor.keys.length; index++) {
    const held = table.add(index);
    if (held !== -1) contested.set(processor.keys[index] as number, held);
  }
  for (let index = 0; index < komet.keys.length; index++) {
    const key = komet.keys[index] as number;
    const held = table.find(key);
    if (held === -1) continue;
    const a = komet.positions[index] as number;
    const b = processor.positions[held] as number;
    if (matching.processor[b] !== -1 || (key < 0 && !same(a, b))) contested.set(key, held);
    else link(matching, a, b, rule);
  }
  for (const held of contested.values()) unlink(matching, processor.positions[held] as number);
  return contested;
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

/** Every entry by its transaction id. */
export function byTransaction({ transaction, length }: Columns): Keyed {
  const positions = new Int32Array(length);
  let count = 0;
  for (let position = 0; position < length; position++) {
    if (transaction[position] === transaction[position]) positions[count++] = position;
  }
  // All of them on a usual day: nothing to copy then.
  const found = positions.subarray(0, count);
  return {
    positions: found,
    keys: count === length ? transaction : Float64Array.from(found, (at) => transaction[at] as number),
  };
}
