import type { ReconciliationEntry } from '../../../src/contract/reconciliation.js';
import {
  TRAIT,
  traitsOf,
  traitsOfDay,
  type Columns,
  type LocationCodes,
} from '../../../src/domain/reconcile/columns.js';
import type { DayRange, Entry } from '../../../src/domain/reconcile/entry.js';
import { keyOfText } from '../../../src/domain/reconcile/key.js';
import { float64Room, grown, int32Room, uint8Room } from '../../../src/domain/reconcile/room.js';
import { brokenRule } from '../../problem-error.js';
import { PackedTexts } from './packed-texts.js';

/** A line of a report as the engine compares it, with what is shown beside it. */
export type ReportLine = Entry & Pick<ReconciliationEntry, 'paymentId' | 'controlNumber' | 'customerName'>;

/** A report as columns; a line is made when it is asked for. */
export interface ReportSide extends Columns {
  readonly entry: (position: number) => ReportLine;
}

/** The lines of a side that count for the compared days. */
export function* linesInRange(side: ReportSide): Generator<ReportLine> {
  for (let position = 0; position < side.length; position++) {
    if ((side.traits[position] as number) & TRAIT.inRange) yield side.entry(position);
  }
}

/** About 200 MB: more than a company makes in a month, and no more than a small machine can spare. */
const MOST_LINES = 1_000_000;

/**
 * Takes the lines of a report one after the other and keeps no object of them: what is compared stands in columns, the rest in bytes
 * outside the heap. A line costs 37 bytes and about 150.
 */
export class ReportLines {
  readonly #range: DayRange;
  readonly #locations: LocationCodes;
  readonly #texts = new PackedTexts();
  #length = 0;
  #transaction = float64Room(0);
  #amountCents = float64Room(0);
  #traits = uint8Room(0);
  #location = int32Room(0);
  #card = int32Room(0);

  constructor(range: DayRange, locations: LocationCodes) {
    this.#range = range;
    this.#locations = locations;
  }

  get length(): number {
    return this.#length;
  }

  add(line: ReportLine): void {
    const position = this.#length;
    if (position === MOST_LINES) throw brokenRule('report-too-long', `A report may have ${MOST_LINES} lines`);
    if (position === this.#traits.length) this.#grow(Math.max(1_024, position * 2));
    this.#transaction[position] = keyOfText(line.transactionId);
    this.#amountCents[position] = line.amountCents;
    this.#traits[position] = traitsOf(line) | traitsOfDay(line.day, this.#range);
    this.#location[position] = this.#locations.codeOf(line.locationId);
    this.#card[position] = Number(line.last4 ?? -1);
    this.#texts.add(JSON.stringify(MEMBERS.map((member) => line[member])));
    this.#length++;
  }

  side(): ReportSide {
    const { length } = this;
    return {
      length,
      transaction: this.#transaction.subarray(0, length),
      amountCents: this.#amountCents.subarray(0, length),
      traits: this.#traits.subarray(0, length),
      location: this.#location.subarray(0, length),
      card: this.#card.subarray(0, length),
      entry: (position) => lineOf(this.#texts.at(position)),
    };
  }

  #grow(capacity: number): void {
    this.#transaction = grown(this.#transaction, float64Room(capacity));
    this.#amountCents = grown(this.#amountCents, float64Room(capacity));
    this.#traits = grown(this.#traits, uint8Room(capacity));
    this.#location = grown(this.#location, int32Room(capacity));
    this.#card = grown(this.#card, int32Room(capacity));
  }
}

/** In the order they are written in. */
const MEMBERS = Object.keys({
  id: true,
  transactionId: true,
  orderId: true,
  reference: true,
  parentId: true,
  kind: true,
  state: true,
  amountCents: true,
  feeCents: true,
  tipCents: true,
  last4: true,
  authorizationCode: true,
  brand: true,
  day: true,
  locationId: true,
  terminalId: true,
  batchId: true,
  paymentId: true,
  controlNumber: true,
  customerName: true,
} satisfies Record<keyof ReportLine, true>) as (keyof ReportLine)[];

function lineOf(text: string): ReportLine {
  const values = JSON.parse(text) as unknown[];
  const members = MEMBERS.map((member, at) => [member, values[at]] as const);
  return Object.fromEntries(members.filter(([, value]) => value !== null)) as unknown as ReportLine;
}
