import type { KeptApplication, MerchantApplication } from '../contract/application.js';
import * as routes from '../contract/integration-routes.js';
import type { CallOptions, PayClient, WriteOptions } from './call.js';

export const readApplication =
  (client: PayClient) =>
  (locationId: string, { signal }: CallOptions = {}): Promise<KeptApplication> =>
    client.call(routes.readApplication, { params: { locationId }, signal });

export const saveApplication =
  (client: PayClient) =>
  (locationId: string, form: MerchantApplication, options: WriteOptions): Promise<KeptApplication> =>
    client.call(routes.saveApplication, { params: { locationId }, body: form, ...options });

export const submitApplication =
  (client: PayClient) =>
  (locationId: string, options: WriteOptions): Promise<KeptApplication> =>
    client.call(routes.submitApplication, { params: { locationId }, ...options });
