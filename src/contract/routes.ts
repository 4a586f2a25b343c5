import type * as z from 'zod/mini';
import {
  cardChange,
  cardCreation,
  cardFrameRequest,
  cardFrameTicket,
  cardList,
  cardQuery,
  storedCard,
} from './card.js';
import { customer, customerList, customerQuery } from './customer.js';
import { invoiceList, invoiceQuery, openCreditList } from './invoice.js';
import { locationList } from './location.js';
import { payment, paymentList, paymentQuery, paymentRequest } from './payment.js';
import { session, sessionRequest, sessionToken, type Permission } from './session.js';

type Schema = z.ZodMiniType;

/** One route of the proxy, said once: the client, the proxy and the OpenAPI document are made from it. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A path with `{name}` parameters. */
  readonly path: string;
  readonly summary: string;
  /**
   * Any one of these rights is enough; an empty list needs only a session. `integrator` takes the integrator's secret
   * instead, `operator` that of an integrator who is an operator too; `anyone` needs nothing.
   */
  readonly access: readonly Permission[] | 'integrator' | 'operator' | 'anyone';
  readonly query?: Schema;
  readonly body?: Schema;
  /** Where a body may hold a whole file; cells of a file are looked at one by one. */
  readonly maxBodyBytes?: number;
  /** Schemas of the answers that are not problems, by status. */
  readonly answers: Readonly<Record<number, Schema | null>>;
  /** Writes take an `Idempotency-Key`, except where repeating one does no harm. */
  readonly idempotent: boolean;
}

/** Keeps the literal types of a definition. Marked pure, so that a bundle leaves out the routes it never calls. */
/* @__NO_SIDE_EFFECTS__ */
export const route = <const R extends Route>(definition: R): R => definition;

export const createSession = route({
  method: 'POST',
  path: '/v1/sessions',
  summary: 'Open a session for a user of the host page',
  access: 'integrator',
  body: sessionRequest,
  answers: { 201: sessionToken },
  idempotent: false,
});

export const endSession = route({
  method: 'DELETE',
  path: '/v1/session',
  summary: 'End the session of the token',
  access: [],
  answers: { 204: null },
  idempotent: false,
});

export const readSession = route({
  method: 'GET',
  path: '/v1/session',
  summary: 'Read the session of the token',
  access: [],
  answers: { 200: session },
  idempotent: false,
});

export const listLocations = route({
  method: 'GET',
  path: '/v1/locations',
  summary: 'List the locations of the session',
  access: [],
  answers: { 200: locationList },
  idempotent: false,
});

export const listCustomers = route({
  method: 'GET',
  path: '/v1/customers',
  summary: 'Search customers by name or code',
  access: ['pay', 'pay:order', 'pay:read', 'card:read', 'settings'],
  query: customerQuery,
  answers: { 200: customerList },
  idempotent: false,
});

export const readCustomer = route({
  method: 'GET',
  path: '/v1/customers/{customerId}',
  summary: 'Read a customer',
  access: ['pay', 'pay:order', 'pay:read', 'card:read', 'settings'],
  answers: { 200: customer },
  idempotent: false,
});

export const listInvoices = route({
  method: 'GET',
  path: '/v1/customers/{customerId}/invoices',
  summary: 'List the open invoices of a customer',
  access: ['pay', 'pay:order', 'pay:read'],
  query: invoiceQuery,
  answers: { 200: invoiceList },
  idempotent: false,
});

export const listCredits = route({
  method: 'GET',
  path: '/v1/customers/{customerId}/credits',
  summary: 'List the open credits of a customer',
  access: ['pay', 'pay:order', 'pay:read'],
  query: invoiceQuery,
  answers: { 200: openCreditList },
  idempotent: false,
});

export const listCards = route({
  method: 'GET',
  path: '/v1/customers/{customerId}/cards',
  summary: 'List the stored cards of a customer',
  access: ['card:read'],
  query: cardQuery,
  answers: { 200: cardList },
  idempotent: false,
});

export const createCard = route({
  method: 'POST',
  path: '/v1/customers/{customerId}/cards',
  summary: 'Store a card that was typed into the card frame',
  access: ['card:save', 'card:sales'],
  body: cardCreation,
  answers: { 201: storedCard },
  idempotent: true,
});

export const changeCard = route({
  method: 'PATCH',
  path: '/v1/cards/{cardId}',
  summary: 'Describe a stored card or make it the primary one',
  access: ['card:save', 'card:sales'],
  body: cardChange,
  answers: { 200: storedCard },
  idempotent: true,
});

export const deleteCard = route({
  method: 'DELETE',
  path: '/v1/cards/{cardId}',
  summary: 'Delete a stored card',
  access: ['card:delete', 'card:sales'],
  answers: { 204: null },
  idempotent: true,
});

export const createCardFrame = route({
  method: 'POST',
  path: '/v1/card-frames',
  summary: 'Get a one-time address of the card frame',
  access: ['pay', 'pay:order', 'card:save', 'card:sales'],
  body: cardFrameRequest,
  answers: { 201: cardFrameTicket },
  idempotent: false,
});

export const createPayment = route({
  method: 'POST',
  path: '/v1/payments',
  summary: 'Take a payment',
  access: ['pay', 'pay:order'],
  body: paymentRequest,
  answers: { 201: payment, 202: payment },
  idempotent: true,
});

export const cancelPayment = route({
  method: 'POST',
  path: '/v1/payments/{paymentId}/cancel',
  summary: 'Cancel a payment under way, where the processor allows it',
  access: ['pay', 'pay:order'],
  answers: { 200: payment },
  idempotent: false,
});

export const listPayments = route({
  method: 'GET',
  path: '/v1/payments',
  summary: 'List payments, newest first',
  access: ['pay', 'pay:read'],
  query: paymentQuery,
  answers: { 200: paymentList },
  idempotent: false,
});

export const readPayment = route({
  method: 'GET',
  path: '/v1/payments/{paymentId}',
  summary: 'Read a payment; an unknown outcome is looked up at the processor',
  access: ['pay', 'pay:order', 'pay:read'],
  answers: { 200: payment },
  idempotent: false,
});
