import ky from 'ky';
import * as z from 'zod/mini';

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const cents = z.int().check(z.minimum(0), z.maximum(9_999_999_999));
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const status = z.enum(['requested', 'approved', 'declined', 'failed', 'cancelled', 'unknown']);
const location = z.object({ id, name: z.string(), timeZone: z.string() });
const customer = z.object({ id, name: z.string(), email: z.optional(z.email()), locations: z.array(location) });
const invoice = z.object({ id, number: z.string(), date: day, totalCents: cents, balanceCents: cents });
const credit = z.object({ id, date: day, openCents: cents });
const card = z.object({ id, last4: z.string().check(z.length(4)), expires: z.string(), primary: z.boolean() });
const source = z.discriminatedUnion('type', [
  z.object({ type: z.literal('card'), cardId: id }),
  z.object({ type: z.literal('token'), token: z.string(), save: z.boolean() }),
]);
const allocation = z.object({ invoiceId: id, amountCents: cents, discountCents: z.optional(cents) });
const payment = z.object({ id, status, source, allocations: z.array(allocation), amountCents: cents });

/** The twelve shapes of the smallest honest client of a payment service. */
const schemas = { id, cents, day, status, location, customer, invoice, credit, card, source, allocation, payment };

/** Reads one resource and checks its shape. */
export async function read(name: keyof typeof schemas, path: string): Promise<unknown> {
  return schemas[name].parse(await ky.get(path, { retry: 2, timeout: 10_000 }).json());
}
