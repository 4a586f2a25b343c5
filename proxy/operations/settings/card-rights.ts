import type { Actor, Deps } from '../../deps.js';
import { ProblemError } from '../../problem-error.js';
import { requirePermission } from '../scope.js';
import { readLocationSettings } from './location-settings.js';

type CardRight = 'card:save' | 'card:delete';

/**
 * Whether the actor may add, describe or delete cards of a location: with the right itself, or as a salesperson where the
 * location lets salespeople manage cards (rule R-15).
 */
export async function requireCardRight(deps: Deps, actor: Actor, right: CardRight, locationId: string): Promise<void> {
  if (actor.permissions.has(right)) return;
  requirePermission(actor, right, 'card:sales');
  const { allowSalespeopleToManageCards } = await readLocationSettings(deps, actor.companyId, locationId);
  if (!allowSalespeopleToManageCards) throw new ProblemError('not-permitted', { permission: right });
}
