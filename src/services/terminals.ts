import * as routes from '../contract/terminal-routes.js';
import type { Terminal, TerminalChange, TerminalCreation, TerminalTest } from '../contract/terminal.js';
import type { CallOptions, PayClient, WriteOptions } from './call.js';

export const listTerminals =
  (client: PayClient) =>
  async (locationId: string, { signal }: CallOptions = {}): Promise<Terminal[]> =>
    (await client.call(routes.listTerminals, { params: { locationId }, signal })).terminals;

export const createTerminal =
  (client: PayClient) =>
  (locationId: string, creation: TerminalCreation, options: WriteOptions): Promise<Terminal> =>
    client.call(routes.createTerminal, { params: { locationId }, body: creation, ...options });

export const changeTerminal =
  (client: PayClient) =>
  (terminalId: string, change: TerminalChange, options: WriteOptions): Promise<Terminal> =>
    client.call(routes.changeTerminal, { params: { terminalId }, body: change, ...options });

export const deleteTerminal =
  (client: PayClient) =>
  (terminalId: string, options: WriteOptions): Promise<void> =>
    client.call(routes.deleteTerminal, { params: { terminalId }, ...options });

export const testTerminal =
  (client: PayClient) =>
  (terminalId: string, { signal }: CallOptions = {}): Promise<TerminalTest> =>
    client.call(routes.testTerminal, { params: { terminalId }, signal });
