import type { TerminalTest } from '../../../src/contract/terminal.js';
import type { Actor, Deps } from '../../deps.js';
import { ProblemError } from '../../problem-error.js';
import { verifyKeys } from '../merchant-accounts.js';
import { requireLocationRight } from '../scope.js';
import { requireTerminal } from './terminals.js';

/** Asks the processor with the terminal's key. Nothing is charged and nothing appears on the device. */
export function testTerminal(deps: Deps) {
  return async (actor: Actor, terminalId: string): Promise<TerminalTest> => {
    requireLocationRight(actor, 'terminal');
    const { location_id: locationId, account_state: state } = await requireTerminal(deps.store.db, actor, terminalId);
    if (state === null) return { result: 'key-missing' };
    try {
      const account = await verifyKeys(deps)({ companyId: actor.companyId, locationId, terminalId });
      return {
        result: 'ready',
        ...(account.merchant_name && { merchantName: account.merchant_name }),
        ...(account.merchant_terminal_id && { merchantTerminalId: account.merchant_terminal_id }),
      };
    } catch (error) {
      const result = error instanceof ProblemError ? RESULTS[error.code] : undefined;
      if (!result) throw error;
      return { result };
    }
  };
}

const RESULTS: Partial<Record<ProblemError['code'], TerminalTest['result']>> = {
  'gateway-unreachable': 'unreachable',
  'not-ready-to-charge': 'key-refused',
};
