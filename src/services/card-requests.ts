import type { CardRequest, CardRequestCreation } from '../contract/card-request.js';
import * as routes from '../contract/card-request-routes.js';
import type { CallOptions, PayClient, WriteOptions } from './call.js';

export const listCardRequests =
  (client: PayClient) =>
  async (customerId: string, { signal }: CallOptions = {}): Promise<CardRequest[]> =>
    (await client.call(routes.listCardRequests, { params: { customerId }, signal })).requests;

export const requestCard =
  (client: PayClient) =>
  (customerId: string, creation: CardRequestCreation, options: WriteOptions): Promise<CardRequest> =>
    client.call(routes.createCardRequest, { params: { customerId }, body: creation, ...options });

export const resendCardRequest =
  (client: PayClient) =>
  (requestId: string, options: WriteOptions): Promise<CardRequest> =>
    client.call(routes.resendCardRequest, { params: { requestId }, ...options });

export const revokeCardRequest =
  (client: PayClient) =>
  (requestId: string, options: WriteOptions): Promise<void> =>
    client.call(routes.revokeCardRequest, { params: { requestId }, ...options });
