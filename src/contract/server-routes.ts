import * as z from 'zod/mini';
import { id } from './primitives.js';
import { route } from './routes.js';

/** Routes that servers and operators call, never a page. Apart from the others, so that no page has to load them. */

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
