import * as z from 'zod';
import { id as contractId } from '../../../src/contract/primitives.js';
import { parseCents } from './amounts.js';

/**
 * What Komet's API answers, as far as we look at it. Its pages show `status` and ids as text in one sample and as numbers in the next, and
 * its lists grow members over time: scalars are taken in either form, unknown members are dropped, and an optional member of
 * a wrong shape counts as absent.
 */

/** An integer of 20 digits does not survive a JSON parser; such an id is no id rather than another one. */
const scalar = z.union([
  z.string(),
  z.number().refine((value) => !Number.isInteger(value) || Number.isSafeInteger(value)),
]);

const words = scalar.transform((value) => String(value).trim());
const id = words.pipe(contractId);
const someText = words.pipe(z.string().min(1));
const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const money = scalar.transform((value, context) => {
  const cents = parseCents(value);
  if (cents !== undefined) return cents;
  context.addIssue('is no amount');
  return z.NEVER;
});

/** A day, also where the API adds a time to it. */
const day = words.transform((value) => value.slice(0, 10)).pipe(z.iso.date());

const flag = z.union([z.boolean(), scalar]).transform((value) => /^(1|true|y|yes|active)$/i.test(String(value).trim()));

/** 0 Pending, 1 Confirmed, 2 Draft, 4 Voided. A list that was asked for confirmed invoices need not say so in each. */
const INVOICE_STATUS = { '0': 'pending', '1': 'confirmed', '2': 'draft', '4': 'voided' } as const;
const invoiceStatus = words.default('1').transform((value, context) => {
  const known = Object.entries(INVOICE_STATUS).find(([code, word]) => code === value || word === value.toLowerCase());
  if (known) return known[1];
  context.addIssue('is no status of an invoice');
  return z.NEVER;
});

export const locationRow = z.object({ id, name: someText, code: someText });

export const customerRow = z.object({
  id,
  name: someText,
  code: someText,
  active: flag,
  currency: maybe(someText),
  email: maybe(someText),
  terms: maybe(someText),
  city: maybe(someText),
  state: maybe(someText),
});

/** Without its balance or total an invoice can't be offered for payment. */
export const invoiceRow = z.object({
  id,
  number: someText,
  customerId: id,
  locationId: id,
  status: invoiceStatus,
  shipDate: day,
  dueDate: maybe(day),
  customerPo: maybe(someText),
  total: money,
  balance: money,
});

export const methodRow = z.object({ id, name: someText });

/** The list's filter is called `checkReference`, the creation's member `referenceNumber`. */
export const paymentRow = z
  .object({ checkReference: maybe(someText), referenceNumber: maybe(someText) })
  .transform((row) => ({ reference: row.checkReference ?? row.referenceNumber }));

const number = scalar.transform(Number).pipe(z.int());

/**
 * A payment as the books have it. The page names the id, control number, date, customer and method; what it calls the amount is not on
 * it, so each of the names that Komet uses elsewhere is looked for.
 */
export const bookedRow = paymentRow.in
  .extend({
    id,
    date: day,
    method: someText,
    controlNumber: maybe(number),
    customer: maybe(someText),
    locationId: maybe(id),
    totalPayment: maybe(money),
    paymentTotal: maybe(money),
    total: maybe(money),
    amount: maybe(money),
    concept: maybe(someText),
    status: maybe(someText),
    notes: maybe(someText),
  })
  .transform(({ totalPayment, paymentTotal, total, amount, ...row }, context) => {
    const cents = totalPayment ?? paymentTotal ?? total ?? amount;
    if (cents !== undefined) return { ...row, cents, reference: row.checkReference ?? row.referenceNumber };
    context.addIssue('tells no amount');
    return z.NEVER;
  });

const envelope = z.looseObject({ status: z.union([z.boolean(), scalar]), message: maybe(words) });

export type LocationRow = z.infer<typeof locationRow>;
export type CustomerRow = z.infer<typeof customerRow>;
export type InvoiceRow = z.infer<typeof invoiceRow>;
export type BookedRow = z.infer<typeof bookedRow>;

export type Envelope =
  | { readonly success: true; readonly members: Readonly<Record<string, unknown>> }
  | { readonly success: false; readonly message: string };

/** Undefined when the text is not an answer of Komet's API. */
export function readEnvelope(text: string): Envelope | undefined {
  try {
    const { data } = envelope.safeParse(JSON.parse(text));
    if (!data) return undefined;
    const { status, message, ...members } = data;
    return /^(1|true)$/i.test(String(status).trim())
      ? { success: true, members }
      : { success: false, message: message ?? '' };
  } catch {
    return undefined;
  }
}

export interface Rows<T> {
  readonly rows: readonly T[];
  /** How many rows were left out because they did not make sense. */
  readonly unreadable: number;
}

/** The rows of a list answer, or undefined when it holds no such list, which is not the same as an empty one. */
export function readRows<T extends z.ZodType>(row: T, list: unknown): Rows<z.infer<T>> | undefined {
  if (list === null) return { rows: [], unreadable: 0 };
  if (!Array.isArray(list)) return undefined;
  const rows = list.flatMap((item) => {
    const { data, success } = row.safeParse(item);
    return success ? [data] : [];
  });
  return { rows, unreadable: list.length - rows.length };
}
