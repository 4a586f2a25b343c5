import * as routes from '../../src/contract/terminal-routes.js';
import { userEndpoint } from '../http/endpoints.js';
import { listTerminals } from '../operations/terminals/list-terminals.js';
import { changeTerminal, createTerminal, deleteTerminal } from '../operations/terminals/terminals.js';
import { testTerminal } from '../operations/terminals/test-terminal.js';
import { replayHeader } from './replay.js';

export const terminalEndpoints = [
  userEndpoint(routes.listTerminals, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await listTerminals(deps)(actor, params.locationId),
  })),
  userEndpoint(routes.createTerminal, async ({ deps }, { actor, key, params, body }) => {
    const { terminal, replayed } = await createTerminal(deps)(actor, { key, ...params, creation: body });
    return { status: 201, body: terminal, headers: replayHeader(replayed) };
  }),
  userEndpoint(routes.changeTerminal, async ({ deps }, { actor, key, params, body }) => {
    const { terminal, replayed } = await changeTerminal(deps)(actor, { key, ...params, change: body });
    return { status: 200, body: terminal, headers: replayHeader(replayed) };
  }),
  userEndpoint(routes.deleteTerminal, async ({ deps }, { actor, key, params }) => {
    const { replayed } = await deleteTerminal(deps)(actor, { key, ...params });
    return { status: 204, headers: replayHeader(replayed) };
  }),
  userEndpoint(routes.testTerminal, async ({ deps }, { actor, params }) => ({
    status: 200,
    body: await testTerminal(deps)(actor, params.terminalId),
  })),
];
