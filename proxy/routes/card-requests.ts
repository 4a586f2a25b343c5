import {
  createCardRequest,
  createLinkCardFrame,
  listCardRequests,
  readCardRequestLink,
  resendCardRequest,
  revokeCardRequest,
  submitCardRequestLink,
} from '../../src/contract/card-request-routes.js';
import type { Context } from '../http/call.js';
import { userEndpoint } from '../http/endpoints.js';
import { linkEndpoint } from '../http/link-endpoint.js';
import { listCardRequests as list, revokeCardRequest as revoke } from '../operations/card-requests/card-requests.js';
import { answerLink, openLink, readLink, requireLink } from '../operations/card-requests/link.js';
import { requestCard, resendCardRequest as resend } from '../operations/card-requests/request-card.js';
import { ProblemError } from '../problem-error.js';
import { countWithin } from '../sessions/limits.js';
import { openFrame } from './card-frames.js';
import { countMail } from './mail-limits.js';
import { replayHeader } from './replay.js';

const HOUR = 3600;

/** Tries behind one link: a link must not serve for trying out stolen cards. */
const LINK = { cards: { most: 8, withinSeconds: HOUR }, frames: { most: 60, withinSeconds: HOUR } };

export const cardRequestEndpoints = [
  userEndpoint(listCardRequests, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await list(deps)(actor, params),
  })),
  userEndpoint(createCardRequest, async ({ deps }, { actor, key, params, body }) => {
    await countMail(deps, actor, { operation: 'request-card', key });
    const { value, replayed } = await requestCard(deps)(actor, { key, ...params, ...body });
    return { status: 201, body: value, headers: replayHeader(replayed) };
  }),
  userEndpoint(resendCardRequest, async ({ deps }, { actor, key, params }) => {
    await countMail(deps, actor, { operation: 'resend-card-request', key });
    const { value, replayed } = await resend(deps)(actor, { key, ...params });
    return { status: 201, body: value, headers: replayHeader(replayed) };
  }),
  userEndpoint(revokeCardRequest, async ({ deps }, { actor, key, params }) => {
    const { replayed } = await revoke(deps)(actor, { key, ...params });
    return { status: 204, headers: replayHeader(replayed) };
  }),
  linkEndpoint(readCardRequestLink, async ({ deps }, { params }) => ({
    status: 200,
    body: await readLink(deps)(params.token),
  })),
  linkEndpoint(submitCardRequestLink, async ({ deps }, { params, key, body, requestId }) => {
    const request = await requireLink(deps, params.token);
    await countWithin(deps, request.company_id, [[`link-card:${request.id}`, LINK.cards]]);
    const { value, replayed } = await answerLink(deps)(request, { key, card: body, requestId });
    return { status: 201, body: value, headers: replayHeader(replayed) };
  }),
  linkEndpoint(createLinkCardFrame, async (context, { params, origin, body }) => {
    const { deps } = context;
    const { company_id: companyId, location_id: locationId, id } = await openLink(deps)(params.token);
    requireOriginOf(context, companyId, origin);
    await countWithin(deps, companyId, [[`link-frame:${id}`, LINK.frames]]);
    return { status: 201, body: await openFrame(context, { companyId, locationId, origin, ...body }) };
  }),
];

/** The form behind a link stands on our own page, or on one of the company's. */
function requireOriginOf({ app }: Context, companyId: string, origin: string): void {
  const theirs = app.integrators.filter((integrator) => integrator.companyId === companyId);
  if (origin === app.publicOrigin || theirs.some(({ origins }) => origins.includes(origin))) return;
  throw new ProblemError('origin-not-allowed');
}
