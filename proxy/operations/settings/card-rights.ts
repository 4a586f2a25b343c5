import type { Actor } from '../../deps.js';
import { ProblemError } from '../../problem-error.js';
import type { Db } from '../../store/store.js';
import { requirePermission } from '../scope.js';

type CardRight = 'card:save' | 'card:delete';

/**
 * Whether the actor may add, describe or delete cards of a location: with the right itself, or as a salesperson where the
 * location lets salespeople manage cards (rule R-15).
 */
export async function requireCardRight(db: Db, actor: Actor, right: CardRight, locationId: string): Promise<void> {
  if (actor.permissions.has(right)) return;
  requirePermission(actor, right, 'card:sales');
  const setting = await db
    .selectFrom('location_setting')
    .select('allow_salespeople_to_manage_cards')
    .where('company_id', '=', actor.companyId)
    .where('location_id', '=', locationId)
    .executeTakeFirst();
  if (!setting?.allow_salespeople_to_manage_cards) throw new ProblemError('not-permitted', { permission: right });
}
