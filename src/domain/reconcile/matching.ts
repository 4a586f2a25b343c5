import type { Columns } from './columns.js';
import type { Entry } from './entry.js';
import { MATCH_RULES, type MatchRule } from './result.js';

/** Counterparts found so far, by position on each side; -1 where there is none yet. */
export interface Matching {
  readonly komet: Int32Array;
  readonly processor: Int32Array;
  readonly kometRule: Int8Array;
  readonly processorRule: Int8Array;
}

/** Finds the counterpart of each entry: by transaction id, then by weaker evidence for what is left. */
export function matchEntries(komet: Columns, processor: Columns): Matching {
  const matching: Matching = {
    komet: new Int32Array(komet.length).fill(-1),
    processor: new Int32Array(processor.length).fill(-1),
    kometRule: new Int8Array(komet.length).fill(-1),
    processorRule: new Int8Array(processor.length).fill(-1),
  };
  const contested = joinByTransaction(komet, processor, matching);
  const ids: KeyOf = (entry) => entry.transactionId;
  pairByKey(komet, processor, matching, 'transaction-id', ids, contested);
  for (const [rule, keyOf] of WEAKER_RULES) pairByKey(komet, processor, matching, rule, keyOf);
  return matching;
}

type KeyOf = (entry: Entry) => string | undefined;

/** A void says nothing of money by itself, so only ids may match it. */
const WEAKER_RULES: readonly (readonly [MatchRule, KeyOf])[] = [
  ['order-id', (entry) => entry.orderId && `${entry.kind}|${entry.orderId}`],
  ['reference-and-amount', (entry) => moneyKey(entry, entry.reference)],
  [
    'card-and-authorization',
    (entry) =>
      entry.last4 && entry.authorizationCode
        ? moneyKey(entry, `${entry.last4}|${entry.authorizationCode}|${entry.day}`)
        : undefined,
  ],
];

function moneyKey(entry: Entry, evidence: string | undefined): string | undefined {
  return evidence && entry.kind !== 'void' && entry.state === 'approved'
    ? `${entry.amountCents}|${evidence}`
    : undefined;
}

/** Positions of numeric keys in an open-addressing table, one more than the position so that 0 is an empty slot. */
class KeyTable {
  readonly #keys: Float64Array;
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #shift: number;

  constructor(keys: Float64Array) {
    const bits = Math.max(4, Math.ceil(Math.log2(keys.length * 2 + 1)));
    this.#keys = keys;
    this.#slots = new Int32Array(1 << bits);
    this.#mask = this.#slots.length - 1;
    this.#shift = 32 - bits;
  }

  /** The position that holds the key, or -1. */
  find(key: number): number {
    return (this.#slots[this.#slotOf(key)] as number) - 1;
  }

  /** Whether the key was new to the table. */
  add(position: number): boolean {
    const slot = this.#slotOf(this.#keys[position] as number);
    if (this.#slots[slot] !== 0) return false;
    this.#slots[slot] = position + 1;
    return true;
  }

  /** Fibonacci hashing of the low 32 bits mixed with the high ones spreads neighbouring ids over the table. */
  #slotOf(key: number): number {
    let slot = Math.imul(key ^ (key / 4_294_967_296), 0x9e3779b1) >>> this.#shift;
    while (this.#slots[slot] !== 0 && this.#keys[(this.#slots[slot] as number) - 1] !== key)
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}

/**
 * The fast path: a hash join over numeric transaction ids. A key that stands twice on a side is left to `pairByKey`, which
 * decides independently of the order of the input.
 */
function joinByTransaction(komet: Columns, processor: Columns, matching: Matching): Set<string> {
  const contested = new Set<string>();
  const table = new KeyTable(processor.transaction);
  for (let position = 0; position < processor.length; position++) {
    const key = processor.transaction[position] as number;
    if (!Number.isNaN(key) && !table.add(position)) contested.add(String(key));
  }
  for (let position = 0; position < komet.length; position++) {
    const key = komet.transaction[position] as number;
    const counterpart = Number.isNaN(key) ? -1 : table.find(key);
    if (counterpart === -1) continue;
    if (matching.processor[counterpart] === -1) link(matching, position, counterpart, 0);
    else contested.add(String(key));
  }
  if (contested.size > 0) release(komet, matching, contested);
  return contested;
}

function link(matching: Matching, komet: number, processor: number, rule: number): void {
  matching.komet[komet] = processor;
  matching.processor[processor] = komet;
  matching.kometRule[komet] = rule;
  matching.processorRule[processor] = rule;
}

function release(komet: Columns, matching: Matching, contested: Set<string>): void {
  for (let position = 0; position < komet.length; position++) {
    const counterpart = matching.komet[position] as number;
    if (counterpart === -1 || !contested.has(String(komet.transaction[position]))) continue;
    matching.komet[position] = -1;
    matching.processor[counterpart] = -1;
    matching.kometRule[position] = -1;
    matching.processorRule[counterpart] = -1;
  }
}

/**
 * Pairs what is still alone by a text key. Where a key stands several times, entries of equal amount go together first and
 * the rest in the order of their ids, whatever order they were given in.
 * @param exactIds Numeric ids the fast path left open; other numeric ids were settled there and are passed over.
 */
function pairByKey(
  komet: Columns,
  processor: Columns,
  matching: Matching,
  rule: MatchRule,
  keyOf: KeyOf,
  exactIds?: ReadonlySet<string>,
): void {
  const left = groupsOf(komet, matching.komet, keyOf, exactIds);
  if (left.size === 0) return;
  const right = groupsOf(processor, matching.processor, keyOf, exactIds, left);
  const code = MATCH_RULES.indexOf(rule);
  for (const [key, candidates] of right) {
    for (const [a, b] of pairsOf(left.get(key) ?? [], candidates, komet, processor)) link(matching, a, b, code);
  }
}

function groupsOf(
  side: Columns,
  match: Int32Array,
  keyOf: KeyOf,
  exactIds?: ReadonlySet<string>,
  wanted?: ReadonlyMap<string, unknown>,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let position = 0; position < side.length; position++) {
    if (match[position] !== -1) continue;
    const key = keyOf(side.entry(position));
    if (!key || (wanted && !wanted.has(key))) continue;
    if (exactIds && !Number.isNaN(side.transaction[position]) && !exactIds.has(key)) continue;
    const group = groups.get(key);
    if (group) group.push(position);
    else groups.set(key, [position]);
  }
  return groups;
}

/** The first of a kind of money on one side goes with the first of it on the other, so that swapping sides changes nothing. */
function pairsOf(left: number[], right: number[], komet: Columns, processor: Columns): [number, number][] {
  if (left.length === 1 && right.length === 1) return [[left[0] as number, right[0] as number]];
  const waiting = new Map<string, number[]>();
  for (const b of byId(right, processor).reverse()) {
    const money = moneyOf(processor.entry(b));
    const same = waiting.get(money);
    if (same) same.push(b);
    else waiting.set(money, [b]);
  }
  const pairs: [number, number][] = [];
  const alone: number[] = [];
  for (const a of byId(left, komet)) {
    const b = waiting.get(moneyOf(komet.entry(a)))?.pop();
    if (b === undefined) alone.push(a);
    else pairs.push([a, b]);
  }
  const others = byId([...waiting.values()].flat(), processor);
  for (let index = 0; index < Math.min(alone.length, others.length); index++) {
    pairs.push([alone[index] as number, others[index] as number]);
  }
  return pairs;
}

const byId = (positions: number[], side: Columns): number[] =>
  positions.sort((a, b) => compareText(side.entry(a).id, side.entry(b).id));

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const moneyOf = (entry: Entry): string => `${entry.kind}|${entry.amountCents}`;
