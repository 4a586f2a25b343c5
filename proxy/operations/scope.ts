import type { Permission } from '../../src/contract/session.js';
import { ProblemError } from '../problem-error.js';
import type { Actor, Deps } from '../deps.js';
import type { KometCustomer, KometLocation } from '../komet/port.js';

/** What lies outside an actor's scope is answered exactly like what does not exist. */
export function notFound(): ProblemError {
  return new ProblemError('not-found');
}

export function mayUseLocation(actor: Actor, locationId: string): boolean {
  return actor.locationIds === undefined || actor.locationIds.includes(locationId);
}

export function mayUseCustomer(actor: Actor, customerId: string): boolean {
  return actor.customerId === undefined || actor.customerId === customerId;
}

export async function requireCustomer({ komet }: Deps, actor: Actor, customerId: string): Promise<KometCustomer> {
  const customer = mayUseCustomer(actor, customerId)
    ? await komet.readCustomer(actor.companyId, customerId)
    : undefined;
  if (!customer) throw notFound();
  return customer;
}

export async function requireLocation({ komet }: Deps, actor: Actor, locationId: string): Promise<KometLocation> {
  const locations = mayUseLocation(actor, locationId) ? await komet.listLocations(actor.companyId) : [];
  const location = locations.find((candidate) => candidate.id === locationId);
  if (!location) throw notFound();
  return location;
}

export function requirePermission(actor: Actor, ...anyOf: Permission[]): void {
  if (anyOf.some((permission) => actor.permissions.has(permission))) return;
  throw new ProblemError('not-permitted', { permission: anyOf[0] as string });
}

/**
 * A right over a location or the whole company. A session narrowed to one customer has none, whatever its roles: what it would
 * change or see concerns every other customer too.
 */
export function requireLocationRight(actor: Actor, ...anyOf: Permission[]): void {
  requirePermission(actor, ...anyOf);
  if (actor.customerId === undefined) return;
  throw new ProblemError('not-permitted', {
    permission: anyOf[0] as string,
    detail: 'This session is for one customer alone',
  });
}
