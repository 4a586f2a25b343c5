import type { Columns } from './columns.js';
import type { Entry } from './entry.js';
import { keyOfText } from './key.js';
import { joinUnique, link, type Matching } from './key-join.js';
import type { Keyed } from './key-parts.js';
import { MATCH_RULES, type MatchRule } from './result.js';
import { int32Room, int8Room } from './room.js';

/** Finds the counterpart of each entry: by transaction id, then by weaker evidence for what is left. */
export function matchEntries(komet: Columns, processor: Columns): Matching {
  const matching: Matching = {
    komet: int32Room(komet.length).fill(-1),
    processor: int32Room(processor.length).fill(-1),
    kometRule: int8Room(komet.length).fill(-1),
    processorRule: int8Room(processor.length).fill(-1),
  };
  const sides = { komet, processor, matching };
  const ids: TextOf = (entry) => entry.transactionId;
  matchByRule(sides, 'transaction-id', ids, { keys: komet.transaction }, { keys: processor.transaction });
  const kometOpen = openPositions(matching.komet);
  const processorOpen = openPositions(matching.processor);
  for (const [rule, textOf] of WEAKER_RULES) {
    const left = openByText(komet, matching.komet, kometOpen, textOf);
    if (left.keys.length === 0) continue;
    matchByRule(sides, rule, textOf, left, openByText(processor, matching.processor, processorOpen, textOf));
  }
  return matching;
}

type TextOf = (entry: Entry) => string | undefined;

interface Sides {
  readonly komet: Columns;
  readonly processor: Columns;
  readonly matching: Matching;
}

/** A void says nothing of money by itself, so only ids may match it; a refund may be a void in the books of the other side. */
const WEAKER_RULES: readonly (readonly [MatchRule, TextOf])[] = [
  ['order-id', (entry) => entry.orderId && `${entry.kind === 'void' ? 'void' : 'money'}|${entry.orderId}`],
  ['reference-and-amount', (entry) => moneyKey(entry, entry.reference)],
  [
    'card-and-authorization',
    (entry) =>
      entry.last4 && entry.authorizationCode
        ? moneyKey(entry, `${entry.last4}|${entry.authorizationCode}|${entry.day}`)
        : undefined,
  ],
  [
    'sale-and-amount',
    ({ parentId, ...entry }) => (movedMoney(entry) ? parentId && `${entry.amountCents}|${parentId}` : undefined),
  ],
];

function moneyKey(entry: Entry, evidence: string | undefined): string | undefined {
  return evidence && entry.kind !== 'void' && movedMoney(entry) ? `${entry.amountCents}|${evidence}` : undefined;
}

const movedMoney = ({ state, amountCents }: Pick<Entry, 'state' | 'amountCents'>): boolean =>
  state === 'approved' && amountCents !== 0;

function openPositions(match: Int32Array): number[] {
  const open: number[] = [];
  for (let position = 0; position < match.length; position++) if (match[position] === -1) open.push(position);
  return open;
}

/** What is still alone, by the text a rule compares. */
function openByText(side: Columns, match: Int32Array, open: readonly number[], textOf: TextOf): Keyed {
  const positions: number[] = [];
  const keys: number[] = [];
  for (const position of open) {
    if (match[position] !== -1) continue;
    const text = textOf(side.entry(position));
    if (!text) continue;
    positions.push(position);
    keys.push(keyOfText(text));
  }
  return { positions: Int32Array.from(positions), keys: Float64Array.from(keys) };
}

function matchByRule(
  { komet, processor, matching }: Sides,
  rule: MatchRule,
  textOf: TextOf,
  left: Keyed,
  right: Keyed,
) {
  const code = MATCH_RULES.indexOf(rule);
  const same = (a: number, b: number) => textOf(komet.entry(a)) === textOf(processor.entry(b));
  const contested = joinUnique(left, right, matching, code, same);
  if (contested.size === 0) return;
  const groups = groupsOf(komet, left, textOf, contested);
  for (const [text, candidates] of groupsOf(processor, right, textOf, contested)) {
    for (const [a, b] of pairsOf(groups.get(text) ?? [], candidates, komet, processor)) link(matching, a, b, code);
  }
}

/** The entries of contested keys, by their text. */
function groupsOf(
  side: Columns,
  { positions, keys }: Keyed,
  textOf: TextOf,
  contested: ReadonlyMap<number, unknown>,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let index = 0; index < keys.length; index++) {
    if (!contested.has(keys[index] as number)) continue;
    const position = positions ? (positions[index] as number) : index;
    const text = textOf(side.entry(position)) as string;
    const group = groups.get(text);
    if (group) group.push(position);
    else groups.set(text, [position]);
  }
  return groups;
}

/** How alike two entries of one text are, most alike first. */
const LIKENESSES: readonly ((entry: Entry) => string)[] = [
  (entry) => [moneyOf(entry), entry.state, entry.day, entry.locationId, entry.last4].join('|'),
  (entry) => [moneyOf(entry), entry.state, entry.day].join('|'),
  (entry) => [moneyOf(entry), entry.state].join('|'),
  moneyOf,
  ({ kind }) => kind,
  () => '',
];

/**
 * Where a text stands several times, the entries that are most alike go together, and equally like ones in the order of their ids,
 * whatever order they were given in. The first on one side goes with the first on the other, so that swapping sides changes nothing.
 */
function pairsOf(left: number[], right: number[], komet: Columns, processor: Columns): [number, number][] {
  if (left.length === 1 && right.length === 1) return [[left[0] as number, right[0] as number]];
  const pairs: [number, number][] = [];
  let ours: readonly number[] = byId(left, komet);
  let theirs: readonly number[] = byId(right, processor);
  for (const likeness of LIKENESSES) {
    const waiting = new Map<string, number[]>();
    for (const b of theirs.toReversed()) {
      const like = likeness(processor.entry(b));
      const same = waiting.get(like);
      if (same) same.push(b);
      else waiting.set(like, [b]);
    }
    ours = ours.filter((a) => {
      const b = waiting.get(likeness(komet.entry(a)))?.pop();
      if (b !== undefined) pairs.push([a, b]);
      return b === undefined;
    });
    const left = new Set([...waiting.values()].flat());
    theirs = theirs.filter((b) => left.has(b));
    if (ours.length === 0 || theirs.length === 0) break;
  }
  return pairs;
}

const byId = (positions: number[], side: Columns): number[] =>
  positions.sort((a, b) => compareText(side.entry(a).id, side.entry(b).id));

export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function moneyOf({ kind, amountCents }: Entry): string {
  return `${kind}|${amountCents}`;
}
