import type { CardRequest } from '../../../src/contract/card-request.js';
import type { Actor, Deps } from '../../deps.js';
import { once } from '../idempotency.js';
import { instant } from '../instants.js';
import { mayUseLocation, notFound, requireCustomer, requirePermission } from '../scope.js';
import { requireCardRight } from '../settings/card-rights.js';
import { endRequest, requireCardRequest, requireStaff } from './request-card.js';
import { viewCardRequest } from './request-rows.js';

const SHOWN_MS = 30 * 86_400_000;
const MOST = 50;

/** The requests sent to a customer in the last month, newest first. */
export function listCardRequests(deps: Deps) {
  return async (actor: Actor, { customerId }: { customerId: string }): Promise<{ requests: CardRequest[] }> => {
    requirePermission(actor, 'card:read');
    await requireCustomer(deps, actor, customerId);
    const { db } = deps.store;
    const rows = await db
      .selectFrom('card_request')
      .selectAll()
      .where('company_id', '=', actor.companyId)
      .where('customer_id', '=', customerId)
      .where('sent_at', '>', instant(deps.clock() - SHOWN_MS))
      .orderBy('sent_at', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST)
      .execute();
    const mine = rows.filter((row) => mayUseLocation(actor, row.location_id));
    return { requests: await Promise.all(mine.map((row) => viewCardRequest(deps, db, row))) };
  };
}

/** Makes the link of a request worthless. One that is over stays as it is. */
export function revokeCardRequest(deps: Deps) {
  return async (
    actor: Actor,
    { key, requestId }: { key: string; requestId: string },
  ): Promise<{ replayed: boolean }> => {
    requireStaff(actor);
    const { location_id: locationId } = await requireCardRequest(deps, actor, requestId);
    await requireCardRight(deps.store.db, actor, 'card:save', locationId);
    const asked = { operation: 'revoke-card-request', key, body: { requestId } };
    const { replayed } = await once(deps)<string>(actor, asked, async (tx) => {
      const row = await tx
        .selectFrom('card_request')
        .selectAll()
        .where('company_id', '=', actor.companyId)
        .where('id', '=', requestId)
        .forUpdate()
        .executeTakeFirst();
      if (!row) throw notFound();
      if (!row.completed_at && !row.revoked_at) await endRequest(deps, tx, actor, row);
      return requestId;
    });
    return { replayed };
  };
}
