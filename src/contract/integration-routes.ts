import * as z from 'zod/mini';
import { keptApplication, merchantApplication } from './application.js';
import { integration, integrationChange, rates } from './integration.js';
import { integrationState } from './location.js';
import { id } from './primitives.js';
import { route } from './routes.js';

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

export const readIntegration = route({
  method: 'GET',
  path: '/v1/locations/{locationId}/integration',
  summary: 'Read how far a location has come with the processor and who acts next',
  access: ['settings', 'apply', 'operator'],
  answers: { 200: integration },
  idempotent: false,
});

export const changeIntegration = route({
  method: 'PATCH',
  path: '/v1/locations/{locationId}/integration',
  summary: 'Enable the integration at a location, or turn it off and lose its configuration',
  access: ['settings', 'operator'],
  body: integrationChange,
  answers: { 200: integration },
  idempotent: true,
});

export const readApplication = route({
  method: 'GET',
  path: '/v1/locations/{locationId}/application',
  summary: 'Read the application for an account with the processor',
  access: ['apply', 'operator'],
  answers: { 200: keptApplication },
  idempotent: false,
});

export const saveApplication = route({
  method: 'PUT',
  path: '/v1/locations/{locationId}/application',
  summary: 'Keep a draft of the application',
  access: ['apply'],
  body: merchantApplication,
  answers: { 200: keptApplication },
  idempotent: true,
});

export const submitApplication = route({
  method: 'POST',
  path: '/v1/locations/{locationId}/application/submit',
  summary: 'Submit the application; it is locked from then on',
  access: ['apply'],
  answers: { 200: keptApplication },
  idempotent: true,
});

export const recordRates = route({
  method: 'PUT',
  path: '/v1/locations/{locationId}/rates',
  summary: 'Record the rates agreed on with the processor',
  access: ['apply', 'operator'],
  body: rates,
  answers: { 200: integration },
  idempotent: true,
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
