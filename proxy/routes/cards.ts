import { changeCard, createCard, deleteCard, listCards } from '../../src/contract/routes.js';
import { userEndpoint } from '../http/endpoints.js';
import { changeCard as change, deleteCard as remove, listCards as list, storeCard } from '../operations/cards.js';
import { isAnswered } from '../operations/idempotency.js';
import { replayHeader } from './replay.js';
import { withinLimits } from './within-limits.js';

export const cardEndpoints = [
  userEndpoint(listCards, async ({ deps }, { actor, params, query }) => ({
    status: 200,
    body: await list(deps)(actor, { ...params, ...query }),
  })),
  userEndpoint(createCard, async (context, call) => {
    const { actor, key, params, body } = call;
    const { card, replayed } = await withinLimits(
      context,
      { ...call, ...params },
      {
        isRepeated: () => isAnswered(context.deps, actor, { operation: 'store-card', key }),
        run: () => storeCard(context.deps)(actor, { key, ...params, creation: body }),
      },
    );
    return { status: 201, body: card, headers: replayHeader(replayed) };
  }),
  userEndpoint(changeCard, async ({ deps }, { actor, key, params, body }) => {
    const { card, replayed } = await change(deps)(actor, { key, ...params, change: body });
    return { status: 200, body: card, headers: replayHeader(replayed) };
  }),
  userEndpoint(deleteCard, async ({ deps }, { actor, key, params }) => {
    const { replayed } = await remove(deps)(actor, { key, ...params });
    return { status: 204, headers: replayHeader(replayed) };
  }),
];
