import { endSession, readSession, createSession } from '../../src/contract/routes.js';
import { endSessions } from '../../src/contract/server-routes.js';
import type { Session } from '../../src/contract/session.js';
import type { Context, UserCall } from '../http/call.js';
import { serverEndpoint, userEndpoint } from '../http/endpoints.js';
import { listLocations } from '../operations/locations.js';
import { endSession as end, endSessionsOf, openSession } from '../sessions/sessions.js';

export const sessionEndpoints = [
  serverEndpoint(createSession, async ({ deps, tokens }, { integrator, body }) => ({
    status: 201,
    body: await openSession(deps, tokens, integrator, body),
  })),
  serverEndpoint(endSessions, async ({ deps }, { integrator, body }) => {
    await endSessionsOf(deps, integrator.companyId, body.actorId);
    return { status: 204 };
  }),
  userEndpoint(endSession, async ({ deps }, call) => {
    await end(deps, call);
    return { status: 204 };
  }),
  userEndpoint(readSession, async (context, call) => ({ status: 200, body: await describe(context, call) })),
];

async function describe({ deps }: Context, call: UserCall<typeof readSession>): Promise<Session> {
  const { actor, roles, expiresAt } = call;
  const company = await deps.komet.readCompany(actor.companyId);
  if (!company) throw new Error(`Komet knows no company ${actor.companyId}`);
  const { locations } = await listLocations(deps)(actor);
  return {
    actor: { id: actor.id, name: actor.name, kind: actor.kind },
    company,
    environment: deps.config.environment,
    roles,
    permissions: [...actor.permissions],
    ...(actor.customerId !== undefined && { customerId: actor.customerId }),
    locationIds: locations.map(({ id }) => id),
    expiresAt,
  };
}
