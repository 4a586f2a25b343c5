import { confirmOrder, listOrders, readOrder } from '../../src/contract/order-routes.js';
import { userEndpoint } from '../http/endpoints.js';
import { confirmOrder as confirm } from '../operations/orders/confirm-order.js';
import { listOrders as list, readOrder as read } from '../operations/orders/orders.js';
import { replayHeader } from './replay.js';

export const orderEndpoints = [
  userEndpoint(readOrder, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await read(deps)(actor, params.orderId),
  })),
  userEndpoint(listOrders, async ({ deps }, { actor, query }) => ({
    status: 200,
    body: await list(deps)(actor, query),
  })),
  userEndpoint(confirmOrder, async ({ deps }, { actor, key, params }) => {
    const { order, replayed } = await confirm(deps)(actor, { key, ...params });
    return { status: 200, body: order, headers: replayHeader(replayed) };
  }),
];
