import * as routes from '../contract/integration-routes.js';
import type { Integration, IntegrationChange, Rates } from '../contract/integration.js';
import type { CallOptions, PayClient, WriteOptions } from './call.js';

export const readIntegration =
  (client: PayClient) =>
  (locationId: string, { signal }: CallOptions = {}): Promise<Integration> =>
    client.call(routes.readIntegration, { params: { locationId }, signal });

export const changeIntegration =
  (client: PayClient) =>
  (locationId: string, change: IntegrationChange, options: WriteOptions): Promise<Integration> =>
    client.call(routes.changeIntegration, { params: { locationId }, body: change, ...options });

export const recordRates =
  (client: PayClient) =>
  (locationId: string, rates: Rates, options: WriteOptions): Promise<Integration> =>
    client.call(routes.recordRates, { params: { locationId }, body: rates, ...options });

/** Puts a key in place, where one is given, and proves the one that is kept. Both may be repeated. */
export const proveKeys =
  (client: PayClient) =>
  async (locationId: string, apiKey: string | undefined): Promise<Integration> => {
    if (apiKey !== undefined) await client.call(routes.saveKeys, { params: { locationId }, body: { apiKey } });
    await client.call(routes.verifyKeys, { params: { locationId }, body: {} });
    return readIntegration(client)(locationId);
  };
