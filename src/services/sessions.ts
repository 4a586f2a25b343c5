import type { Location } from '../contract/location.js';
import * as routes from '../contract/routes.js';
import type { Session } from '../contract/session.js';
import type { CallOptions, PayClient } from './call.js';

export const readSession =
  (client: PayClient) =>
  ({ signal }: CallOptions = {}): Promise<Session> =>
    client.call(routes.readSession, { signal });

export const listLocations =
  (client: PayClient) =>
  async ({ signal }: CallOptions = {}): Promise<Location[]> =>
    (await client.call(routes.listLocations, { signal })).locations;
