import * as routes from '../contract/terminal-routes.js';
import type { Terminal } from '../contract/terminal.js';
import type { CallOptions, PayClient } from './call.js';

export const listTerminals =
  (client: PayClient) =>
  async (locationId: string, { signal }: CallOptions = {}): Promise<Terminal[]> =>
    (await client.call(routes.listTerminals, { params: { locationId }, signal })).terminals;
