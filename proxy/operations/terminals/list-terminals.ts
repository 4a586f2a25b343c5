import type { Terminal } from '../../../src/contract/terminal.js';
import type { Actor, Deps } from '../../deps.js';
import { requireLocation } from '../scope.js';
import { findTerminals, viewTerminal } from './terminal-rows.js';

/** The terminals of a location, by name (rule R-11). */
export function listTerminals(deps: Deps) {
  return async (actor: Actor, locationId: string): Promise<{ terminals: Terminal[] }> => {
    await requireLocation(deps, actor, locationId);
    const rows = await findTerminals(deps.store.db, { companyId: actor.companyId, locationId });
    return { terminals: rows.map(viewTerminal) };
  };
}
