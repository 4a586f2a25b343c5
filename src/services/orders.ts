import type { Order } from '../contract/order.js';
import * as routes from '../contract/order-routes.js';
import type { CallOptions, PayClient, WriteOptions } from './call.js';

export const readOrder =
  (client: PayClient) =>
  (orderId: string, { signal }: CallOptions = {}): Promise<Order> =>
    client.call(routes.readOrder, { params: { orderId }, signal });

/** Confirms an order without a payment. */
export const confirmOrder =
  (client: PayClient) =>
  (orderId: string, options: WriteOptions): Promise<Order> =>
    client.call(routes.confirmOrder, { params: { orderId }, ...options });
