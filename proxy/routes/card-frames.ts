import { createCardFrame } from '../../src/contract/routes.js';
import { issueTicket } from '../card-frame/tickets.js';
import { userEndpoint } from '../http/endpoints.js';
import { requireReadyAccount } from '../operations/merchant-accounts.js';
import { requireLocation } from '../operations/scope.js';

export const cardFrameEndpoints = [
  userEndpoint(createCardFrame, async ({ deps, app }, { actor, origin, body }) => {
    const { locationId, locale, colorScheme } = body;
    await requireLocation(deps, actor, locationId);
    await requireReadyAccount(deps, { companyId: actor.companyId, locationId });
    const order = { companyId: actor.companyId, locationId, origin, locale, colorScheme };
    const { ticket, expiresAt } = await issueTicket(deps, order);
    const url =
      app.cardFrameUrl?.({ ticket, locale, colorScheme }) ?? `${app.cardFrameOrigin}/card-frame?ticket=${ticket}`;
    return { status: 201, body: { url, origin: new URL(url).origin, expiresAt } };
  }),
];
