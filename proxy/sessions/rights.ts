import type { Permission, Role } from '../../src/contract/session.js';
import { permissionsOf } from '../../src/domain/permissions.js';

/** What a customer's own portal may ever do, whatever its roles say. */
export const PORTAL_CEILING: readonly Permission[] = ['pay', 'pay:read', 'card:read', 'card:save', 'card:delete'];

/** The rights of a new session: what its roles give, cut by the integrator's ceiling and, for customers, the portal's. */
export function grantRights(
  roles: readonly Role[],
  kind: 'staff' | 'portal',
  ceiling: readonly Permission[],
): Permission[] {
  return permissionsOf(roles).filter(
    (permission) => ceiling.includes(permission) && (kind === 'staff' || PORTAL_CEILING.includes(permission)),
  );
}
