import { BRANDS } from '../../../contract/card.js';
import type { Entry } from '../entry.js';
import type { ReportFault, ReportLayout, ReportTable } from './report-table.js';

const MOST_FAULTS = 20;

export type ReportEntry = Entry & { readonly brand?: (typeof BRANDS)[number] };

/**
 * The rows of a report as the engine compares them. Where the report tells batches, a row counts on the last day its batch holds,
 * as the batch was closed after it.
 */
export function reportEntries(
  table: ReportTable,
  layout: ReportLayout,
  locationId: string,
): { readonly entries: readonly ReportEntry[]; readonly faults: readonly ReportFault[] } {
  const faults: ReportFault[] = [];
  const days = lastDays(table);
  const entries: ReportEntry[] = [];
  for (let row = 0; row < table.length && faults.length < MOST_FAULTS; row++) {
    const read = entryOf(table, row, { locationId, day: days.get(batchOf(table, row)) ?? (table.day[row] as number) });
    if (typeof read !== 'string') {
      if (read) entries.push(read);
      continue;
    }
    const column = read as 'type' | 'status' | 'fee' | 'tip';
    const message = column === 'fee' || column === 'tip' ? 'is not an amount in dollars and cents' : 'is not known';
    faults.push({ line: table.line(row), column: layout.mapping[column] ?? column, message });
  }
  return { entries, faults };
}

const batchOf = (table: ReportTable, row: number): string => {
  const batch = table.text(row, 'batchId');
  return batch === undefined ? '' : `${table.text(row, 'terminalId') ?? ''}|${batch}`;
};

function lastDays(table: ReportTable): ReadonlyMap<string, number> {
  const days = new Map<string, number>();
  for (let row = 0; row < table.length; row++) {
    const batch = batchOf(table, row);
    const day = table.day[row] as number;
    if (batch !== '' && day > (days.get(batch) ?? 0)) days.set(batch, day);
  }
  return days;
}

/** The name of the field that can't be read, or undefined for what moves no money by itself. */
function entryOf(
  table: ReportTable,
  row: number,
  { locationId, day }: { locationId: string; day: number },
): ReportEntry | string | undefined {
  const kind = kindOf(table.text(row, 'type') ?? '', table.amountCents[row] as number);
  if (kind === undefined) return 'type';
  if (kind === 'authorization') return undefined;
  const state = stateOf(table.text(row, 'status'));
  if (state === undefined) return 'status';
  const fee = table.cents(row, 'fee');
  const tip = table.cents(row, 'tip');
  if (Number.isNaN(fee)) return 'fee';
  if (Number.isNaN(tip)) return 'tip';
  const sign = kind === 'sale' ? 1 : kind === 'refund' ? -1 : 0;
  const signed = (cents: number) => sign * Math.abs(cents) || 0;
  return {
    id: table.text(row, 'transactionId') ?? '',
    kind,
    state,
    amountCents: signed(table.amountCents[row] as number),
    feeCents: signed(fee),
    tipCents: signed(tip),
    day: isoDay(day),
    locationId,
    ...detailsOf(table, row),
  };
}

function detailsOf(table: ReportTable, row: number): Partial<ReportEntry> {
  const brand = brandOf(table.text(row, 'brand'));
  const last4 = /(\d{4})\D*$/.exec(table.text(row, 'last4') ?? '')?.[1];
  const batchId = table.text(row, 'batchId')?.replace(/^0+(?=.)/, '');
  const texts = {
    transactionId: table.text(row, 'transactionId'),
    orderId: table.text(row, 'orderId'),
    reference: table.text(row, 'reference'),
    authorizationCode: table.text(row, 'authorizationCode'),
    terminalId: table.text(row, 'terminalId'),
    batchId,
    last4,
    brand,
  };
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
}

function kindOf(type: string, cents: number): Entry['kind'] | 'authorization' | undefined {
  const word = type.toLowerCase().replace(/[^a-z]/g, '');
  if (word.includes('void')) return 'void';
  if (/refund|return|credit$/.test(word)) return 'refund';
  if (/sale|capture|force|purchase|charge|debit|creditcard/.test(word)) return cents < 0 ? 'refund' : 'sale';
  return word.includes('auth') ? 'authorization' : undefined;
}

/** A report of batches that tells no status holds what was approved. */
function stateOf(status: string | undefined): Entry['state'] | undefined {
  const word = (status ?? 'approved').toLowerCase().replace(/[^a-z]/g, '');
  if (word.includes('void')) return 'voided';
  if (/declin|error|fail|reject|denied/.test(word)) return 'declined';
  return /approv|settl|closed|captur|complet|success|funded|batched/.test(word) ? 'approved' : undefined;
}

function brandOf(text: string | undefined): ReportEntry['brand'] {
  const word = (text ?? '').toLowerCase().replace(/[^a-z]/g, '');
  if (word === '') return undefined;
  if (word === 'mc') return 'mastercard';
  if (word.startsWith('americanexp')) return 'amex';
  return BRANDS.find((brand) => word.startsWith(brand)) ?? 'other';
}

const isoDay = (day: number): string => {
  const text = String(day);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
};
