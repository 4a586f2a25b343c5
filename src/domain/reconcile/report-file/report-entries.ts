import type { BRANDS } from '../../../contract/card.js';
import type { Columns, LocationCodes } from '../columns.js';
import { traitsOf, traitsOfDay } from '../columns.js';
import type { DayRange, Entry } from '../entry.js';
import { float64Room, int32Room, uint8Room } from '../room.js';
import { lookUp, reportRows, type ReportRows } from './report-rows.js';
import type { ReportFault, ReportLayout, ReportTable } from './report-table.js';
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
  const { rows, kindOf, stateOf, dayOf } = reading;
  const { length } = rows;
  const days = { from: dayNumber(range.from), to: dayNumber(range.to) };
  const amountCents = float64Room(length);
  const traits = uint8Room(length);
  for (let position = 0; position < length; position++) {
    const row = rows[position] as number;
    const kind = kindOf(row);
    const feeCents = signed(kind, table.fee?.[row] ?? 0);
    const tipCents = signed(kind, table.tip?.[row] ?? 0);
    traits[position] = traitsOf({ kind, state: stateOf(row), feeCents, tipCents }) | traitsOfDay(dayOf(row), days);
    amountCents[position] = signed(kind, table.amountCents[row] as number);
  }
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
  return { columns, rows, faults: reading.faults };
}

function entryMaker(table: ReportTable, rows: ReportRows, locationId: string): (row: number) => ReportEntry {
  const batchAt = lookUp(table, 'batchId', (text) => text.replace(/^0+(?=.)/, '') || undefined, undefined);
  const terminalAt = lookUp(table, 'terminalId', (text) => text || undefined, undefined);
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
    tell(entry, 'terminalId', terminalAt(row));
    tell(entry, 'batchId', batchAt(row));
    return entry;
  };
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
