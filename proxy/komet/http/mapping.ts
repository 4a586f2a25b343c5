import type { KometCustomer, KometInvoice, KometLocation, KometPayment, Posting } from '../port.js';
import { centsToNumber } from './amounts.js';
import type { BookedRow, CustomerRow, InvoiceRow, LocationRow } from './schemas.js';

/** Where Komet's rows become the port's, and a posting becomes Komet's payment; nothing else of this folder knows both. */

/** Komet's two card payment methods, as `payment.method.list` names them. */
export const METHOD_NAMES = { 'in-app': 'Credit Card (In-App)', 'pos-terminal': 'Credit Card (POS Terminal)' } as const;

/** What the API does not tell about locations. Zones are IANA names, by location code. */
export interface TimeZones {
  readonly standard: string;
  readonly byLocationCode?: Readonly<Record<string, string>>;
}

export function toLocation(row: LocationRow, zones: TimeZones): KometLocation {
  return { ...row, timeZone: zones.byLocationCode?.[row.code] ?? zones.standard };
}

/** The list names no currency: a customer without one has the company's. */
export function toCustomer(row: CustomerRow, companyCurrency: string): KometCustomer {
  const { email, terms, city, state } = row;
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    active: row.active,
    currency: row.currency ?? companyCurrency,
    ...(email !== undefined && { email }),
    ...(terms !== undefined && { terms }),
    ...(city !== undefined && { city }),
    ...(state !== undefined && { state }),
  };
}

export function toInvoice(row: InvoiceRow): KometInvoice {
  const { dueDate, customerPo } = row;
  return {
    id: row.id,
    number: row.number,
    customerId: row.customerId,
    locationId: row.locationId,
    status: row.status,
    shipDate: row.shipDate,
    totalCents: row.total,
    balanceCents: row.balance,
    ...(dueDate !== undefined && { dueDate }),
    ...(customerPo !== undefined && { customerPo }),
  };
}

/** The filter on payments takes so much. */
const MOST_REFERENCE = 50;
const MOST_NOTES = 200;

/** What Komet's payment is found by: the processor's transaction number, as on its own card payments. */
export function referenceOf({ reference, key }: Posting): string {
  return reference.length <= MOST_REFERENCE ? reference : key;
}

/**
 * The body of a new payment. `totalPayment` less the applied amounts is what Komet keeps as overpayment (rule R-9). The card fee is not the
 * customer's debt: it stands in the notes.
 */
export function toPayment(posting: Posting, place: { readonly methodId: string; readonly locationCode?: string }) {
  return {
    customerId: posting.customerId,
    ...(place.locationCode !== undefined && { locationCode: place.locationCode }),
    methodId: place.methodId,
    date: posting.date,
    totalPayment: centsToNumber(posting.amountCents),
    referenceNumber: referenceOf(posting),
    notes: notesOf(posting),
    invoices: posting.allocations.map((line) => ({
      invoiceNumber: /^\d{1,10}$/.test(line.invoiceNumber) ? Number(line.invoiceNumber) : line.invoiceNumber,
      amount: centsToNumber(line.amountCents),
      ...(line.discountCents > 0 && { discount: centsToNumber(line.discountCents) }),
    })),
  };
}

function notesOf({ notes, feeCents, key }: Posting): string {
  const fee = feeCents > 0 ? `Card fee ${centsToNumber(feeCents).toFixed(2)}` : undefined;
  const ours = [`Payment ${key}`, fee].filter(Boolean).join('. ');
  return [ours, notes].filter(Boolean).join('. ').slice(0, MOST_NOTES);
}

/** Komet's two methods for cards, and what a company calls another of its own. */
const CARD_METHOD = /^credit card\b/i;
const REVERSAL = /charge ?-?back|refund|nsf/i;
/** A cancelled payment stays in the lists: `payment.mark.sync` has an answer of its own for it. */
const NOT_BOOKED = /cancel|void|delet/i;
/** What `notesOf` begins with. */
const OUR_NOTE = /^Payment ([A-Za-z0-9_-]+)/;

/** Undefined for what is no card payment, or none any more, or nobody knows where. */
export function toBooked(row: BookedRow, askedLocationId?: string): KometPayment | undefined {
  const { id, date, controlNumber, customer: customerName, reference, locationId = askedLocationId } = row;
  if (!CARD_METHOD.test(row.method) || NOT_BOOKED.test(row.status ?? '') || !locationId) return undefined;
  const key = keyIn(row);
  return {
    id,
    date,
    locationId,
    amountCents: signedCents(row),
    ...(key !== undefined && { key }),
    ...(controlNumber !== undefined && { controlNumber }),
    ...(customerName !== undefined && { customerName }),
    ...(reference !== undefined && { reference }),
  };
}

const keyIn = ({ notes = '' }: BookedRow): string | undefined => OUR_NOTE.exec(notes)?.[1];

const signedCents = ({ concept = '', cents }: BookedRow): number => (REVERSAL.test(concept) ? -Math.abs(cents) : cents);
