import * as z from 'zod/mini';
import { integrationState } from './location.js';
import { id } from './primitives.js';
import { route } from './routes.js';

/** Routes that servers and operators call, never a page. Apart from the others, so that no page has to load them. */

/** The processor's key of a location, or of one terminal there. It can be written and proved, never read. */
export const locationKeys = z.strictObject({
  terminalId: z.optional(id),
  apiKey: z.string().check(z.regex(/^[0-9a-fA-F]{32}$/)),
});

export const keysToVerify = z.strictObject({ terminalId: z.optional(id) });

/** What the processor says of a key: whose account it opens. */
export const keysVerification = z.object({
  integrationState,
  merchantName: z.optional(z.string()),
  merchantId: z.optional(z.string()),
  merchantTerminalId: z.optional(z.string()),
});

export const sessionEnding = z.strictObject({ actorId: id });

/** Everything the proxy keeps of a company: payments, attempts, holds, postings, for anyone who checks it from outside. */
export const companyExport = z.looseObject({});

export const health = z.object({ status: z.literal('ok') });

export const endSessions = route({
  method: 'POST',
  path: '/v1/sessions/end',
  summary: 'End all sessions of a user at once, e.g. when a right is taken away',
  access: 'integrator',
  body: sessionEnding,
  answers: { 204: null },
  idempotent: false,
});

export const saveKeys = route({
  method: 'PUT',
  path: '/v1/locations/{locationId}/keys',
  summary: 'Put the key of the processor in place',
  access: 'operator',
  body: locationKeys,
  answers: { 204: null },
  idempotent: false,
});

export const verifyKeys = route({
  method: 'POST',
  path: '/v1/locations/{locationId}/verify',
  summary: 'Prove the key at the processor; only then cards can be charged',
  access: 'operator',
  body: keysToVerify,
  answers: { 200: keysVerification },
  idempotent: false,
});

export const exportCompany = route({
  method: 'GET',
  path: '/v1/export',
  summary: 'Read everything the proxy keeps of the company',
  access: 'integrator',
  answers: { 200: companyExport },
  idempotent: false,
});

export const readHealth = route({
  method: 'GET',
  path: '/healthz',
  summary: 'Tell whether the process runs',
  access: 'anyone',
  answers: { 200: health },
  idempotent: false,
});

export const readReadiness = route({
  method: 'GET',
  path: '/readyz',
  summary: 'Tell whether requests are taken: the store answers and the process is not stopping',
  access: 'anyone',
  answers: { 200: health },
  idempotent: false,
});

export type LocationKeys = z.infer<typeof locationKeys>;
export type KeysVerification = z.infer<typeof keysVerification>;
