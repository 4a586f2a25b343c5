import * as z from 'zod/mini';
import { sessionToken, type SessionToken } from '../contract/session.js';
import { clientError } from './pay-error.js';

const PATIENCE_MS = 15_000;

/** Asks the page's own server for a session, with the page's cookies; a server of another origin is never asked. */
export async function fetchSessionToken(url: string, fetch = globalThis.fetch): Promise<SessionToken> {
  const response = await fetch(url, {
    method: 'POST',
    mode: 'same-origin',
    cache: 'no-store',
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch((cause: unknown) => Promise.reject(clientError('unreachable', { cause })));
  if (response.status >= 500) throw clientError('unreachable');
  if (!response.ok) throw clientError('session-expired');
  const answer = z.safeParse(sessionToken, await response.json().catch(() => undefined));
  if (!answer.success) throw clientError('bad-response', { cause: answer.error });
  return answer.data;
}
