import { createCardFrame } from '../../src/contract/routes.js';
import type { CardFrameTicket } from '../../src/contract/card.js';
import { issueTicket, type TicketOrder } from '../card-frame/tickets.js';
import type { Context } from '../http/call.js';
import { userEndpoint } from '../http/endpoints.js';
import { requireReadyAccount } from '../operations/merchant-accounts.js';
import { requireLocation } from '../operations/scope.js';

export const cardFrameEndpoints = [
  userEndpoint(createCardFrame, async (context, { actor, origin, body }) => {
    await requireLocation(context.deps, actor, body.locationId);
    return { status: 201, body: await openFrame(context, { companyId: actor.companyId, origin, ...body }) };
  }),
];

/** A one-time address of the card frame, if the location may take cards. */
export async function openFrame({ deps, app }: Context, order: TicketOrder): Promise<CardFrameTicket> {
  const { companyId, locationId, locale, colorScheme } = order;
  await requireReadyAccount(deps, { companyId, locationId });
  const { ticket, expiresAt } = await issueTicket(deps, order);
  const url =
    app.cardFrameUrl?.({ ticket, locale, colorScheme }) ?? `${app.cardFrameOrigin}/card-frame?ticket=${ticket}`;
  return { url, origin: new URL(url).origin, expiresAt };
}
