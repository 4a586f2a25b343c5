import type { Tables } from '../store/tables.js';
import type { Deps } from '../deps.js';
import { newSecret, sha256Hex } from '../sessions/secrets.js';

const LIFETIME_MS = 60_000;

export interface TicketOrder {
  readonly companyId: string;
  readonly locationId: string;
  readonly origin: string;
  readonly locale: 'en' | 'es';
  readonly colorScheme: 'light' | 'dark';
}

/** Makes a ticket for one load of the card frame within a minute. Only its hash is kept. */
export async function issueTicket(deps: Deps, order: TicketOrder): Promise<{ ticket: string; expiresAt: string }> {
  const secret = newSecret();
  const expiresAt = new Date(deps.clock() + LIFETIME_MS).toISOString();
  await deps.store.db
    .insertInto('card_frame_ticket')
    .values({
      company_id: order.companyId,
      id_hash: await sha256Hex(secret),
      location_id: order.locationId,
      origin: order.origin,
      locale: order.locale,
      color_scheme: order.colorScheme,
      expires_at: expiresAt,
      used_at: null,
    })
    .execute();
  return { ticket: `${order.companyId}.${secret}`, expiresAt };
}

/** Takes the ticket: of two loads with the same one, one gets nothing. */
export async function redeemTicket(deps: Deps, ticket: string): Promise<TicketOrder | undefined> {
  const [, companyId, secret] = /^([\w-]{1,64})\.([0-9a-f]{32})$/.exec(ticket) ?? [];
  if (companyId === undefined || secret === undefined) return undefined;
  const now = new Date(deps.clock()).toISOString();
  const row = await deps.store.db
    .updateTable('card_frame_ticket')
    .set({ used_at: now })
    .where('company_id', '=', companyId)
    .where('id_hash', '=', await sha256Hex(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
  return row && orderOf(row);
}

function orderOf(
  row: Pick<Tables['card_frame_ticket'], 'company_id' | 'location_id' | 'origin' | 'locale' | 'color_scheme'>,
): TicketOrder {
  return {
    companyId: row.company_id,
    locationId: row.location_id,
    origin: row.origin,
    locale: row.locale,
    colorScheme: row.color_scheme,
  };
}

/** Removes tickets that can't be used any more. Returns how many went. */
export async function forgetOldTickets({ store, clock }: Deps): Promise<number> {
  const { numDeletedRows } = await store.db
    .deleteFrom('card_frame_ticket')
    .where('expires_at', '<', new Date(clock()).toISOString())
    .executeTakeFirst();
  return Number(numDeletedRows);
}
