import { mailReceipt, readReceipt } from '../../src/contract/receipt-routes.js';
import { userEndpoint } from '../http/endpoints.js';
import { mailReceipt as mail, readReceipt as read } from '../operations/receipts/receipts.js';
import { countMail } from './mail-limits.js';
import { replayHeader } from './replay.js';

export const receiptEndpoints = [
  userEndpoint(readReceipt, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await read(deps)(actor, params.paymentId),
  })),
  userEndpoint(mailReceipt, async ({ deps }, { actor, key, params, body }) => {
    await countMail(deps, actor, { operation: 'mail-receipt', key });
    const { mailId, replayed } = await mail(deps)(actor, { key, ...params, mail: body });
    return { status: 202, body: { mailId }, headers: replayHeader(replayed) };
  }),
];
