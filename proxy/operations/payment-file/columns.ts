import type { Payment } from '../../../src/contract/payment.js';
import { centsCell as cents, textCell as text, type Cell } from '../../../src/domain/sheet/cell.js';
import type { KometLocation } from '../../komet/port.js';
import { FILE_TEXTS, type FileTexts } from './texts.js';

export interface FileLanguage {
  readonly texts: FileTexts;
  readonly locations: readonly KometLocation[];
}

/** Columns of the file, in Komet's order; amounts are signed, so that a charge back takes from the sums (rule R-18). */
const COLUMNS: Readonly<Record<keyof FileTexts['columns'], (payment: Payment, around: FileLanguage) => Cell>> = {
  controlNumber: ({ controlNumber: value }) => (value === undefined ? undefined : { kind: 'count', value }),
  date: ({ date: value }) => ({ kind: 'day', value }),
  customer: ({ customerName }) => text(customerName),
  location: ({ locationId }, { locations }) => text(placeOf(locationId, locations)?.name ?? locationId),
  concept: ({ concept }, { texts }) => text(texts.concepts[concept]),
  method: ({ method }, { texts }) => text(texts.methods[method]),
  card: ({ card }) => text(card && `${card.brand} ${card.last4}`),
  reference: ({ transactionId }) => text(transactionId),
  authorization: ({ authorizationCode }) => text(authorizationCode),
  invoices: ({ allocations }) => text(allocations.map((line) => line.invoiceNumber).join(' ') || undefined),
  total: ({ totalCents }) => cents(totalCents),
  applied: ({ appliedCents }) => cents(appliedCents),
  overpayment: ({ overpaymentCents }) => cents(overpaymentCents),
  credits: ({ creditsAppliedCents }) => cents(creditsAppliedCents),
  fee: ({ feeCents }) => cents(feeCents),
  discount: ({ discountCents }) => cents(discountCents),
  status: ({ status }, { texts }) => text(texts.statuses[status]),
  processedBy: ({ createdBy }) => text(createdBy.name),
  processedAt: ({ createdAt, locationId }, { locations }) => ({
    kind: 'instant',
    value: localTime(createdAt, placeOf(locationId, locations)?.timeZone ?? 'UTC'),
  }),
  timeZone: ({ locationId }, { locations }) => text(placeOf(locationId, locations)?.timeZone ?? 'UTC'),
  batch: ({ batchId }) => text(batchId),
  notes: ({ notes }) => text(notes),
};

const KEYS = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

export const languageOf = (locale: 'en' | 'es', locations: readonly KometLocation[]): FileLanguage => ({
  texts: FILE_TEXTS[locale],
  locations,
});

export const headings = ({ texts }: FileLanguage): string[] => KEYS.map((key) => texts.columns[key]);

export const cellsOf = (payment: Payment, around: FileLanguage): Cell[] =>
  KEYS.map((key) => COLUMNS[key](payment, around));

const placeOf = (id: string, locations: readonly KometLocation[]) => locations.find((place) => place.id === id);

const clocks = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-20T15:00:00.000Z` → `2026-11-20 10:00` in Miami. Swedish writes it so. */
function localTime(instant: string, timeZone: string): string {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(timeZone, clock);
  return clock.format(new Date(instant));
}
