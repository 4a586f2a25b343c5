import { idempotencyKey } from '../../src/contract/primitives.js';
import type { Permission } from '../../src/contract/session.js';
import type { Actor } from '../deps.js';
import { ProblemError } from '../problem-error.js';
import { containsCardNumber } from './card-numbers.js';
import { requireStorable } from './storable.js';

/** Refuses a card number, and what can't be kept, in the address and in the one header whose value is stored. */
export function requireCleanAddress(request: Request): void {
  const { pathname, search } = new URL(request.url);
  const key = request.headers.get('idempotency-key') ?? '';
  const texts = [decoded(pathname), decoded(search.replaceAll('+', ' ')), key];
  texts.forEach(requireStorable);
  if (texts.some(containsCardNumber)) throw new ProblemError('card-number-not-allowed');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ProblemError('invalid-request', { detail: 'The address is not valid.' });
  }
}

/** The key of a write, or a refusal. */
export function requireIdempotencyKey(headers: Headers): string {
  const parsed = idempotencyKey.safeParse(headers.get('idempotency-key'));
  if (!parsed.success) throw new ProblemError('idempotency-key-missing');
  return parsed.data;
}

/** Refuses unless the actor holds one of the rights; an empty list needs only a session. */
export function requireRight(actor: Actor, rights: readonly Permission[]): void {
  const [first] = rights;
  if (first === undefined || rights.some((right) => actor.permissions.has(right))) return;
  throw new ProblemError('not-permitted', { permission: first });
}

/** The secret of an `Authorization: Bearer` header. */
export function readBearer(headers: Headers): string {
  const [, token] = /^Bearer ([\w.~+/-]{1,4096}=*)$/i.exec(headers.get('authorization') ?? '') ?? [];
  if (token === undefined) throw new ProblemError('not-authenticated');
  return token;
}
