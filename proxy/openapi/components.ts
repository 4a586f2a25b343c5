import * as z from 'zod/mini';
import { cardFrameTicket, cardList, storedCard } from '../../src/contract/card.js';
import { customer, customerList } from '../../src/contract/customer.js';
import { invoice, invoiceList, openCredit, openCreditList } from '../../src/contract/invoice.js';
import { location, locationList } from '../../src/contract/location.js';
import { payment, paymentList, paymentRequest } from '../../src/contract/payment.js';
import { problem } from '../../src/contract/problem.js';
import { session, sessionRequest, sessionToken } from '../../src/contract/session.js';

/** Shapes that get a name in the document; everything else is written where it is used. */
const NAMED = {
  CardFrameTicket: cardFrameTicket,
  Cards: cardList,
  Credit: openCredit,
  Credits: openCreditList,
  Customer: customer,
  Customers: customerList,
  Invoice: invoice,
  Invoices: invoiceList,
  Location: location,
  Locations: locationList,
  Payment: payment,
  PaymentRequest: paymentRequest,
  Payments: paymentList,
  Problem: problem,
  Session: session,
  SessionRequest: sessionRequest,
  SessionToken: sessionToken,
  StoredCard: storedCard,
};

type JsonSchema = Record<string, unknown>;

const names = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries(NAMED)) names.add(schema, { id: name });

const PREFIX = '#/components/schemas/';

/** The named shapes, each referring to the others by reference. */
export function componentSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(names, { uri: (id) => `${PREFIX}${id}`, io: 'input' });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutIdentity(schema)]));
}

/** A reference to a named shape, or the shape itself. */
export function schemaOf(schema: z.ZodMiniType): JsonSchema {
  const name = names.get(schema)?.id;
  return name === undefined ? withoutIdentity(z.toJSONSchema(schema, { io: 'input' })) : { $ref: PREFIX + name };
}

/** The document names the dialect once; `$id` would move the base of its references. */
function withoutIdentity({ $id: _id, $schema: _dialect, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
