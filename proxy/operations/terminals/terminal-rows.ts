import type { Terminal } from '../../../src/contract/terminal.js';
import type { IntegrationState } from '../../../src/contract/location.js';
import type { Db } from '../../store/store.js';
import type { TerminalTable } from '../../store/settings-tables.js';

export type TerminalRow = TerminalTable & { readonly account_state: IntegrationState | null };

interface Which {
  readonly companyId: string;
  readonly locationId?: string;
  readonly terminalId?: string;
}

/** The terminals that were not deleted, by name, each with what is known of its key. */
export function findTerminals(db: Db, { companyId, locationId, terminalId }: Which): Promise<TerminalRow[]> {
  let select = db
    .selectFrom('terminal')
    .leftJoin('merchant_account', (join) =>
      join
        .onRef('merchant_account.company_id', '=', 'terminal.company_id')
        .onRef('merchant_account.location_id', '=', 'terminal.location_id')
        .onRef('merchant_account.terminal_id', '=', 'terminal.id')
        .on('merchant_account.sealed_key', 'is not', null),
    )
    .selectAll('terminal')
    .select('merchant_account.state as account_state')
    .where('terminal.company_id', '=', companyId)
    .where('terminal.deleted_at', 'is', null);
  if (locationId !== undefined) select = select.where('terminal.location_id', '=', locationId);
  if (terminalId !== undefined) select = select.where('terminal.id', '=', terminalId);
  return select.orderBy('terminal.name').execute();
}

export function viewTerminal(row: TerminalRow): Terminal {
  return {
    id: row.id,
    locationId: row.location_id,
    name: row.name,
    ...(row.serial !== null && { serial: row.serial }),
    active: row.active,
    keyState: keyStateOf(row.account_state),
  };
}

function keyStateOf(state: IntegrationState | null): Terminal['keyState'] {
  if (state === null) return 'missing';
  return state === 'ready' ? 'ready' : 'not-verified';
}
