import * as routes from '../../src/contract/terminal-routes.js';
import { userEndpoint } from '../http/endpoints.js';
import { listTerminals } from '../operations/terminals/list-terminals.js';

export const terminalEndpoints = [
  userEndpoint(routes.listTerminals, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await listTerminals(deps)(actor, params.locationId),
  })),
];
