import type { DayRange, Entry } from './entry.js';
import { keyOfText, spread } from './key.js';
import { float64Room, int32Room, uint8Room } from './room.js';

/**
 * The members of a side that every entry is compared by, one typed array each: a million rows are joined without touching a
 * million objects. The objects are consulted only for entries that are not plainly equal.
 */
export interface Columns {
  readonly length: number;
  /** `keyOfText` of the transaction id: the number that it is, less than 0 for other text, NaN when it is absent. */
  readonly transaction: Float64Array;
  readonly amountCents: Float64Array;
  readonly traits: Uint8Array;
  readonly location: Int32Array;
  /** The last four digits of the card as a number, -1 for none. Given, it spares making the entries of other cards. */
  readonly card?: Int32Array;
  /** `terminalCode` of the terminal's id; absent where no entry tells one. */
  readonly terminal?: Int32Array;
  /** The entry at a position, for what the columns do not hold; it may be made when it is asked for. */
  readonly entry: (position: number) => Entry;
}

/** Bits of `traits`: whether the day is in the range or after it, what the entry is, and whether a fee or tip is in its amount. */
export const TRAIT = {
  inRange: 1,
  refund: 2,
  void: 4,
  declined: 8,
  voided: 16,
  hasParent: 32,
  after: 64,
  extras: 128,
} as const;

/** A number every location id of both sides is known by; shared by the two `columnsOf` calls of a run. */
export class LocationCodes {
  readonly #codes = new Map<string, number>();

  codeOf(locationId: string): number {
    let code = this.#codes.get(locationId);
    if (code === undefined) {
      code = this.#codes.size;
      this.#codes.set(locationId, code);
    }
    return code;
  }
}

/** A number to compare a terminal's id by, 0 for none. Of thousands of millions of other ids one has the same. */
export const terminalCode = (terminalId: string | undefined): number =>
  terminalId === undefined ? 0 : spread(keyOfText(terminalId)) || 1;

/** Tells pairs of one location whose terminals are not named by both sides, or are the same. */
export function atSamePlace(komet: Columns, processor: Columns): (a: number, b: number) => boolean {
  const { location, terminal } = komet;
  const { location: otherLocation, terminal: otherTerminal } = processor;
  if (!terminal || !otherTerminal) return (a, b) => location[a] === otherLocation[b];
  return (a, b) =>
    location[a] === otherLocation[b] &&
    (terminal[a] === otherTerminal[b] || terminal[a] === 0 || otherTerminal[b] === 0);
}

/** What an entry adds to its side's total, in cents: nothing unless money stayed moved. */
export function contributionAt(side: Columns, position: number): number {
  const stayed = ((side.traits[position] as number) & (TRAIT.declined | TRAIT.voided)) === 0;
  return stayed ? (side.amountCents[position] as number) : 0;
}

/** The traits of a day: none when it is before the range. */
export const traitsOfDay = <Day extends string | number>(day: Day, { from, to }: { from: Day; to: Day }): number =>
  day > to ? TRAIT.after : day < from ? 0 : TRAIT.inRange;

type Told = Pick<Entry, 'kind' | 'state' | 'feeCents' | 'tipCents'> & { readonly parentId?: string | undefined };

/** The traits of an entry but for those of its day. The usual entry is settled by two comparisons. */
export function traitsOf({ kind, state, feeCents, tipCents, parentId }: Told): number {
  let traits = parentId === undefined ? 0 : TRAIT.hasParent;
  if (kind !== 'sale') traits |= kind === 'refund' ? TRAIT.refund : TRAIT.void;
  if (state !== 'approved') traits |= state === 'declined' ? TRAIT.declined : TRAIT.voided;
  return feeCents === 0 && tipCents === 0 ? traits : traits | TRAIT.extras;
}

/** The same columns, with each entry made once at most. */
export function remembered(side: Columns): Columns {
  const made = new Map<number, Entry>();
  const entry = (position: number): Entry => {
    let known = made.get(position);
    if (!known) made.set(position, (known = side.entry(position)));
    return known;
  };
  return { ...side, entry };
}

export function columnsOf(entries: readonly Entry[], range: DayRange, locations: LocationCodes): Columns {
  const { length } = entries;
  const columns = {
    length,
    transaction: float64Room(length),
    amountCents: float64Room(length),
    traits: uint8Room(length),
    location: int32Room(length),
    entry: (position: number) => entries[position] as Entry,
  };
  // Neighbours mostly share their day and location.
  let { day, locationId } = entries[0] ?? { day: '', locationId: '' };
  let dayTraits = traitsOfDay(day, range);
  let location = length > 0 ? locations.codeOf(locationId) : 0;
  const terminal = entries.some(({ terminalId }) => terminalId !== undefined) ? new Int32Array(length) : undefined;
  for (let position = 0; position < length; position++) {
    const entry = entries[position] as Entry;
    if (entry.day !== day) {
      day = entry.day;
      dayTraits = traitsOfDay(day, range);
    }
    if (entry.locationId !== locationId) {
      locationId = entry.locationId;
      location = locations.codeOf(locationId);
    }
    columns.transaction[position] = keyOfText(entry.transactionId);
    columns.amountCents[position] = entry.amountCents;
    columns.traits[position] = traitsOf(entry) | dayTraits;
    columns.location[position] = location;
    if (terminal) terminal[position] = terminalCode(entry.terminalId);
  }
  return { ...columns, ...(terminal && { terminal }) };
}
