import type { Selectable } from 'kysely';
import type { CardRequest, CardRequestState } from '../../../src/contract/card-request.js';
import type { Deps } from '../../deps.js';
import type { Db, Tx } from '../../store/store.js';
import type { CardRequestTable } from '../../store/mail-tables.js';
import { instant } from '../instants.js';

export type CardRequestRow = Selectable<CardRequestTable>;

export function stateOf(row: CardRequestRow, now: number): CardRequestState {
  if (row.completed_at) return 'completed';
  if (row.revoked_at) return 'revoked';
  if (Date.parse(row.expires_at) <= now) return 'expired';
  return row.opened_at ? 'opened' : 'sent';
}

/** Whether a card is on its way to the vault; a run that outlived every call to the gateway has lost its process. */
export function isSaving(deps: Deps, row: CardRequestRow): boolean {
  return row.saving_since !== null && row.saving_since > savingSince(deps);
}

export const savingSince = ({ clock, config }: Deps): string => instant(clock() - 2 * config.saleTimeoutMs);

export async function viewCardRequest(deps: Deps, db: Db, row: CardRequestRow): Promise<CardRequest> {
  const mail = await db
    .selectFrom('mail')
    .select(['sent_at', 'given_up_at'])
    .where('company_id', '=', row.company_id)
    .where('id', '=', row.mail_id)
    .executeTakeFirst();
  return {
    id: row.id,
    customerId: row.customer_id,
    locationId: row.location_id,
    email: row.email,
    state: stateOf(row, deps.clock()),
    sentAt: row.sent_at,
    sentBy: row.sent_by_name,
    expiresAt: row.expires_at,
    mail: mail?.sent_at ? 'sent' : mail?.given_up_at ? 'not-sent' : 'on-its-way',
    ...(row.card_id && { cardId: row.card_id }),
  };
}

export function findCardRequest(db: Db | Tx, companyId: string, id: string): Promise<CardRequestRow | undefined> {
  return db
    .selectFrom('card_request')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst();
}
