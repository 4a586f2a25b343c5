import { createCreditRefund, listRefundableCredits } from '../../src/contract/credit-refund-routes.js';
import { userEndpoint } from '../http/endpoints.js';
import { listRefundableCredits as list } from '../operations/credit-refund/list-refundable.js';
import { refundCredit } from '../operations/credit-refund/refund-credit.js';
import { replayHeader } from './replay.js';

export const creditRefundEndpoints = [
  userEndpoint(listRefundableCredits, async ({ deps }, { actor, params, query }) => ({
    status: 200,
    body: await list(deps)(actor, { ...params, ...query }),
  })),
  userEndpoint(createCreditRefund, async ({ deps }, { actor, key, body }) => {
    const { status, payment, replayed } = await refundCredit(deps)(actor, { key, request: body });
    return { status, body: payment, headers: replayHeader(replayed) };
  }),
];
