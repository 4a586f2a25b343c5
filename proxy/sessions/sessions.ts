import type { Session, SessionRequest, SessionToken } from '../../src/contract/session.js';
import type { Actor, Deps } from '../deps.js';
import { ProblemError } from '../problem-error.js';
import { ceilingOf, type Integrator } from './integrators.js';
import { grantRights } from './rights.js';
import { newSecret } from './secrets.js';
import type { Claims, Tokens } from './tokens.js';

const DEFAULT_LIFETIME_SECONDS = 600;
const FORGET_AFTER_MS = 3_600_000;

/** Who stands behind a request, and until when. */
export interface Authenticated {
  readonly actor: Actor;
  /** The exact origin of the page the session is for. */
  readonly origin: string;
  readonly sessionId: string;
  readonly roles: Session['roles'];
  readonly expiresAt: string;
}

/** Opens a session for a user of the integrator's company. Asks for more than the integrator may give are cut, not refused. */
export async function openSession(
  deps: Deps,
  tokens: Tokens,
  integrator: Integrator,
  request: SessionRequest,
): Promise<SessionToken> {
  const { actor, customerId, locationIds, origin } = request;
  if (!integrator.origins.includes(origin)) throw new ProblemError('origin-not-allowed');
  if (actor.kind === 'portal' && customerId === undefined) {
    const errors = [{ pointer: '/customerId', message: 'must be given for a portal user' }];
    throw new ProblemError('invalid-request', { errors });
  }
  const id = newSecret();
  const lifetimeSeconds = request.lifetimeSeconds ?? DEFAULT_LIFETIME_SECONDS;
  const expiresAt = new Date((Math.floor(deps.clock() / 1000) + lifetimeSeconds) * 1000).toISOString();
  await keepSession(deps, integrator.companyId, { id, expiresAt, request });
  const content: Omit<Claims, 'exp'> = {
    sub: actor.id,
    act: actor.kind,
    ten: integrator.companyId,
    ...(locationIds && { loc: locationIds }),
    cus: customerId ?? '*',
    prm: grantRights(request, ceilingOf(integrator)),
    org: origin,
    env: deps.config.environment,
    jti: id,
  };
  return { token: await tokens.sign(content, lifetimeSeconds), expiresAt };
}

async function keepSession(
  { store, clock }: Deps,
  companyId: string,
  { id, expiresAt, request }: { id: string; expiresAt: string; request: SessionRequest },
): Promise<void> {
  await store.db
    .insertInto('session')
    .values({
      company_id: companyId,
      id,
      actor_id: request.actor.id,
      actor_name: request.actor.name,
      roles: JSON.stringify(request.roles),
      created_at: new Date(clock()).toISOString(),
      expires_at: expiresAt,
      ended_at: null,
    })
    .execute();
}

/** The actor of a token that is valid and whose session has not been ended; otherwise a refusal. */
export async function authenticate(
  deps: Deps,
  tokens: Tokens,
  token: string,
  requestId: string,
): Promise<Authenticated> {
  const claims = await tokens.verify(token);
  if (!claims) throw new ProblemError('not-authenticated');
  const row = await readSessionRow(deps, claims);
  if (row?.ended_at !== null) throw new ProblemError('not-authenticated');
  const actor: Actor = {
    companyId: claims.ten,
    id: claims.sub,
    name: row.actor_name,
    kind: claims.act,
    permissions: new Set(claims.prm),
    ...(claims.cus !== '*' && { customerId: claims.cus }),
    ...(claims.loc && { locationIds: claims.loc }),
    requestId,
  };
  return { actor, origin: claims.org, sessionId: claims.jti, roles: row.roles, expiresAt: row.expires_at };
}

function readSessionRow({ store }: Deps, { ten, jti }: Claims) {
  return store.db
    .selectFrom('session')
    .select(['actor_name', 'roles', 'expires_at', 'ended_at'])
    .where('company_id', '=', ten)
    .where('id', '=', jti)
    .executeTakeFirst();
}

/** Takes effect with the next request, on every replica. */
export async function endSession({ store, clock }: Deps, { actor, sessionId }: Authenticated): Promise<void> {
  await store.db
    .updateTable('session')
    .set({ ended_at: new Date(clock()).toISOString() })
    .where('company_id', '=', actor.companyId)
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
}

export async function endSessionsOf({ store, clock }: Deps, companyId: string, actorId: string): Promise<void> {
  await store.db
    .updateTable('session')
    .set({ ended_at: new Date(clock()).toISOString() })
    .where('company_id', '=', companyId)
    .where('actor_id', '=', actorId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Removes what no token can refer to any more. Returns how many rows went. */
export async function forgetExpiredSessions({ store, clock }: Deps): Promise<number> {
  const { numDeletedRows } = await store.db
    .deleteFrom('session')
    .where('expires_at', '<', new Date(clock() - FORGET_AFTER_MS).toISOString())
    .executeTakeFirst();
  return Number(numDeletedRows);
}
