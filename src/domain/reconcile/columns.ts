import { contributionCents, isInRange, type DayRange, type Entry } from './entry.js';

/**
 * The members of a side that every entry is compared by, one typed array each: a million rows are joined without touching a
 * million objects. The objects are consulted only for entries that are not plainly equal.
 */
export interface Columns {
  readonly length: number;
  /** The transaction id as a number, or NaN when it is absent or not plain digits. */
  readonly transaction: Float64Array;
  readonly amountCents: Float64Array;
  readonly contributionCents: Float64Array;
  readonly traits: Uint8Array;
  readonly location: Int32Array;
  /** The entry at a position, for what the columns do not hold. */
  readonly entry: (position: number) => Entry;
}

/** Bits of `traits`. */
export const TRAIT = { inRange: 1, refund: 2, void: 4, declined: 8, voided: 16, hasParent: 32 } as const;

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

const MAX_EXACT_DIGITS = 15;

/** Reads plain digits without a leading zero as a number; anything else is NaN and is matched as text. */
export function numericKey(text: string | undefined): number {
  if (text === undefined || text.length === 0 || text.length > MAX_EXACT_DIGITS) return NaN;
  let value = 0;
  for (let index = 0; index < text.length; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return text.charCodeAt(0) === 48 ? NaN : value;
}

function traitsOf(entry: Entry, range: DayRange): number {
  let traits = isInRange(entry, range) ? TRAIT.inRange : 0;
  if (entry.kind === 'refund') traits |= TRAIT.refund;
  if (entry.kind === 'void') traits |= TRAIT.void;
  if (entry.state === 'declined') traits |= TRAIT.declined;
  if (entry.state === 'voided') traits |= TRAIT.voided;
  if (entry.parentId !== undefined) traits |= TRAIT.hasParent;
  return traits;
}

export function columnsOf(entries: readonly Entry[], range: DayRange, locations: LocationCodes): Columns {
  const { length } = entries;
  const columns = {
    length,
    transaction: new Float64Array(length),
    amountCents: new Float64Array(length),
    contributionCents: new Float64Array(length),
    traits: new Uint8Array(length),
    location: new Int32Array(length),
    entry: (position: number) => entries[position] as Entry,
  };
  for (let position = 0; position < length; position++) {
    const entry = entries[position] as Entry;
    columns.transaction[position] = numericKey(entry.transactionId);
    columns.amountCents[position] = entry.amountCents;
    columns.contributionCents[position] = contributionCents(entry);
    columns.traits[position] = traitsOf(entry, range);
    columns.location[position] = locations.codeOf(entry.locationId);
  }
  return columns;
}
