import { createChargeBack, previewChargeBack } from '../../src/contract/charge-back-routes.js';
import { userEndpoint } from '../http/endpoints.js';
import { chargeBack } from '../operations/charge-back/charge-back.js';
import { previewChargeBack as preview } from '../operations/charge-back/preview.js';
import { replayHeader } from './replay.js';

export const chargeBackEndpoints = [
  userEndpoint(previewChargeBack, async ({ deps }, { actor, params, query }) => ({
    status: 200,
    body: await preview(deps)(actor, { ...params, ...query }),
  })),
  userEndpoint(createChargeBack, async ({ deps }, { actor, key, params, body }) => {
    const { status, payment, replayed } = await chargeBack(deps)(actor, { key, ...params, request: body });
    return { status, body: payment, headers: replayHeader(replayed) };
  }),
];
