import type { Permission, SessionRequest } from '../../src/contract/session.js';
import { permissionsOf } from '../../src/domain/permissions.js';

/** What a customer's own portal may ever do, whatever its roles say. */
export const PORTAL_CEILING: readonly Permission[] = ['pay', 'pay:read', 'card:read', 'card:save', 'card:delete'];

/** Rights that are over a location or the whole company, so of no use to a session for one customer. */
const BEYOND_ONE_CUSTOMER: readonly Permission[] = ['terminal', 'apply', 'reconcile', 'reconcile:reopen', 'operator'];

/**
 * The rights of a new session: what its roles give, cut by the integrator's ceiling, by what one customer needs and, for
 * customers themselves, by the portal's ceiling.
 */
export function grantRights(
  { actor, roles, customerId }: Pick<SessionRequest, 'actor' | 'roles' | 'customerId'>,
  ceiling: readonly Permission[],
): Permission[] {
  return permissionsOf(roles).filter(
    (permission) =>
      ceiling.includes(permission) &&
      (customerId === undefined || !BEYOND_ONE_CUSTOMER.includes(permission)) &&
      (actor.kind === 'staff' || PORTAL_CEILING.includes(permission)),
  );
}
