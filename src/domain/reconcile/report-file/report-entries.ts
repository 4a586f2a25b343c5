import type { BRANDS } from '../../../contract/card.js';
import type { Columns, LocationCodes } from '../columns.js';
import { TRAIT, traitsOf, traitsOfDay } from '../columns.js';
import type { DayRange, Entry } from '../entry.js';
import { float64Room, int32Room, uint8Room } from '../room.js';
import { reportRows, type ReportRows } from './report-rows.js';
import type { ReportFault, ReportLayout, ReportTable, WordColumn } from './report-table.js';
import { brandOf } from './report-words.js';

export type ReportEntry = Entry & { readonly brand?: (typeof BRANDS)[number] };

export interface ReportPlace {
  readonly locationId: string;
  readonly range: DayRange;
  /** Shared with the side that the report is compared with. */
  readonly locations: LocationCodes;
}

export interface ReportSide {
  readonly columns: Columns & { readonly entry: (position: number) => ReportEntry };
  /** The row of the table that stands at a position. */
  readonly rows: Int32Array;
  readonly faults: readonly ReportFault[];
}

/** The rows of a report as the engine compares them; an entry is made when it is asked for. */
export function reportColumns(
  table: ReportTable,
  layout: ReportLayout,
  { locationId, range, locations }: ReportPlace,
): ReportSide {
  const reading = reportRows(table, layout);
  const { rows, faults } = reading;
  const { length } = rows;
  const { amountCents, traits } = comparedColumns(table, reading, range);
  const isWhole = length === table.length;
  const entryAt = entryMaker(table, reading, locationId);
  const columns = {
    length,
    transaction: isWhole ? table.transaction : Float64Array.from(rows, (row) => table.transaction[row] as number),
    amountCents,
    traits,
    location: int32Room(length).fill(locations.codeOf(locationId)),
    entry: (position: number) => entryAt(rows[position] as number),
  };
  return { columns, rows, faults };
}

/** The amounts and traits of the rows. What a word means for them is found once for each word. */
function comparedColumns(table: ReportTable, { rows, kinds, states, dayOf }: ReportRows, range: DayRange) {
  const { length } = rows;
  const days = { from: dayNumber(range.from), to: dayNumber(range.to) };
  const amountCents = float64Room(length);
  const traits = uint8Room(length);
  const kindTraits = Uint8Array.from(kinds.meanings, (kind) => traitsOf({ ...PLAIN, kind: kind as Entry['kind'] }));
  const stateTraits = Uint8Array.from(states.meanings, (state) =>
    traitsOf({ ...PLAIN, state: state as Entry['state'] }),
  );
  const { codes: kindCodes } = kinds;
  const { codes: stateCodes } = states;
  const { amountCents: given } = table;
  for (let position = 0; position < length; position++) {
    const row = rows[position] as number;
    const cents = given[row] as number;
    let trait = kindTraits[kindCodes[row] as number] as number;
    if (trait === 0 && cents < 0) trait = TRAIT.refund;
    amountCents[position] = trait === TRAIT.void ? 0 : trait === 0 ? cents : -Math.abs(cents) || 0;
    if (trait !== TRAIT.void && hasExtras(table, row)) trait |= TRAIT.extras;
    traits[position] = trait | (stateTraits[stateCodes[row] as number] as number) | traitsOfDay(dayOf(row), days);
  }
  return { amountCents, traits };
}

const hasExtras = ({ fee, tip }: ReportTable, row: number): boolean =>
  (fee?.[row] ?? 0) !== 0 || (tip?.[row] ?? 0) !== 0;

const PLAIN = { kind: 'sale', state: 'approved', feeCents: 0, tipCents: 0 } as const;

function entryMaker(table: ReportTable, rows: ReportRows, locationId: string): (row: number) => ReportEntry {
  const { batchId, terminalId } = table.words;
  return (row) => {
    const kind = rows.kindOf(row);
    const transactionId = table.text(row, 'transactionId') ?? '';
    const entry: Draft = {
      id: transactionId,
      transactionId,
      kind,
      state: rows.stateOf(row),
      amountCents: signed(kind, table.amountCents[row] as number),
      feeCents: signed(kind, table.fee?.[row] ?? 0),
      tipCents: signed(kind, table.tip?.[row] ?? 0),
      day: isoDay(rows.dayOf(row)),
      locationId,
    };
    tell(entry, 'orderId', table.text(row, 'orderId'));
    tell(entry, 'reference', table.text(row, 'reference'));
    tell(entry, 'last4', lastFour(table.text(row, 'last4')));
    tell(entry, 'authorizationCode', table.text(row, 'authorizationCode'));
    tell(entry, 'brand', brandOf(table.text(row, 'brand') ?? ''));
    tell(entry, 'terminalId', wordAt(terminalId, row));
    tell(entry, 'batchId', wordAt(batchId, row)?.replace(/^0+(?=.)/, ''));
    return entry;
  };
}

function wordAt(column: WordColumn | undefined, row: number): string | undefined {
  const text = column?.texts[column.codes[row] as number];
  return text === '' ? undefined : text;
}

type Draft = { -readonly [Key in keyof ReportEntry]: ReportEntry[Key] };

/** A member that the file does not tell is absent. */
function tell<Key extends keyof Draft>(entry: Draft, key: Key, value: Draft[Key] | undefined): void {
  if (value !== undefined) entry[key] = value;
}

/** A void gives back nothing by itself. */
function signed(kind: Entry['kind'], cents: number): number {
  if (kind === 'void') return 0;
  return kind === 'sale' ? Math.abs(cents) : -Math.abs(cents) || 0;
}

const lastFour = (text: string | undefined): string | undefined => text && /(\d{4})\D*$/.exec(text)?.[1];

const dayNumber = (day: string): number => Number(day.replaceAll('-', ''));

const isoDay = (day: number): string => {
  const text = String(day);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
};
