import type { Terminal, TerminalChange, TerminalCreation } from '../../../src/contract/terminal.js';
import type { Actor, Deps } from '../../deps.js';
import { brokenRule } from '../../problem-error.js';
import { isUniqueViolation, type Db, type Tx } from '../../store/store.js';
import { recordEvent } from '../events.js';
import { once } from '../idempotency.js';
import { instant } from '../instants.js';
import { mayUseLocation, notFound, requireLocation, requireLocationRight } from '../scope.js';
import { findTerminals, viewTerminal, type TerminalRow } from './terminal-rows.js';

interface Kept {
  readonly terminal: Terminal;
  readonly replayed: boolean;
}

/** Adds a terminal to a location. It can be paid at once an operator has put its key in place and the processor knows it. */
export function createTerminal(deps: Deps) {
  return async (
    actor: Actor,
    { key, locationId, creation }: { key: string; locationId: string; creation: TerminalCreation },
  ): Promise<Kept> => {
    requireLocationRight(actor, 'terminal');
    await requireLocation(deps, actor, locationId);
    const request = { operation: 'create-terminal', key, body: { locationId, ...creation } };
    const run = once(deps)<Terminal>(actor, request, async (tx) => {
      const id = deps.newId();
      await tx
        .insertInto('terminal')
        .values({
          company_id: actor.companyId,
          id,
          location_id: locationId,
          name: creation.name,
          serial: serialOf(creation.serial),
          active: creation.active ?? true,
          created_at: instant(deps.clock()),
          created_by: actor.id,
          deleted_at: null,
        })
        .execute();
      const terminal = viewTerminal(await requireTerminal(tx, actor, id));
      await terminalEvent(deps, tx, actor, { action: 'terminal-added', id, after: terminal });
      return terminal;
    });
    return kept(run);
  };
}

/** Changes what is named: the name, the serial, whether it is offered. */
export function changeTerminal(deps: Deps) {
  return async (
    actor: Actor,
    { key, terminalId, change }: { key: string; terminalId: string; change: TerminalChange },
  ): Promise<Kept> => {
    requireLocationRight(actor, 'terminal');
    await requireTerminal(deps.store.db, actor, terminalId);
    const request = { operation: 'change-terminal', key, body: { terminalId, ...change } };
    const run = once(deps)<Terminal>(actor, request, async (tx) => {
      const before = viewTerminal(await requireTerminal(tx, actor, terminalId));
      await tx
        .updateTable('terminal')
        .set({
          name: change.name ?? before.name,
          active: change.active ?? before.active,
          ...(change.serial !== undefined && { serial: serialOf(change.serial) }),
        })
        .where('company_id', '=', actor.companyId)
        .where('id', '=', terminalId)
        .execute();
      const after = viewTerminal(await requireTerminal(tx, actor, terminalId));
      await terminalEvent(deps, tx, actor, { action: 'terminal-changed', id: terminalId, before, after });
      return after;
    });
    return kept(run);
  };
}

/**
 * Takes a terminal away, unless a payment at it is under way. Its key stays sealed where it is: payments taken there can
 * still be given back.
 */
export function deleteTerminal(deps: Deps) {
  return async (
    actor: Actor,
    { key, terminalId }: { key: string; terminalId: string },
  ): Promise<{ replayed: boolean }> => {
    requireLocationRight(actor, 'terminal');
    const request = { operation: 'delete-terminal', key, body: { terminalId } };
    const { replayed } = await once(deps)<string>(actor, request, async (tx) => {
      await lockTerminal(tx, actor.companyId, terminalId);
      const before = await requireTerminal(tx, actor, terminalId);
      await refuseInUse(tx, before);
      await tx
        .updateTable('terminal')
        .set({ deleted_at: instant(deps.clock()), active: false })
        .where('company_id', '=', actor.companyId)
        .where('id', '=', terminalId)
        .execute();
      const change = { action: 'terminal-deleted', id: terminalId, before: viewTerminal(before) };
      await terminalEvent(deps, tx, actor, change);
      return terminalId;
    });
    return { replayed };
  };
}

/** A terminal the actor may see, or a refusal that looks the same for one that isn't there and for one that is elsewhere. */
export async function requireTerminal(db: Db, actor: Actor, terminalId: string): Promise<TerminalRow> {
  const [row] = await findTerminals(db, { companyId: actor.companyId, terminalId });
  if (!row || !mayUseLocation(actor, row.location_id)) throw notFound();
  return row;
}

const serialOf = (serial = ''): string | null => (serial === '' ? null : serial);

/** A payment that is about to be committed holds its terminal; what follows sees it. */
function lockTerminal(tx: Tx, companyId: string, terminalId: string): Promise<unknown> {
  return tx
    .selectFrom('terminal')
    .select('id')
    .where('company_id', '=', companyId)
    .where('id', '=', terminalId)
    .forUpdate()
    .execute();
}

async function refuseInUse(tx: Tx, row: TerminalRow): Promise<void> {
  const live = await tx
    .selectFrom('payment')
    .select('id')
    .where('company_id', '=', row.company_id)
    .where('terminal_id', '=', row.id)
    .where('status', 'in', ['requested', 'unknown', 'charge-back-requested'])
    .executeTakeFirst();
  if (!live) return;
  throw brokenRule('terminal-in-use', 'A payment at this terminal is under way', {
    items: [{ id: row.id, paymentId: live.id }],
  });
}

async function kept(run: Promise<{ value: Terminal; replayed: boolean }>): Promise<Kept> {
  try {
    const { value: terminal, replayed } = await run;
    return { terminal, replayed };
  } catch (error) {
    if (!isUniqueViolation(error, 'terminal_name')) throw error;
    throw brokenRule('terminal-name-taken', 'Another terminal of this location has that name');
  }
}

function terminalEvent(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { action, id, ...members }: { action: string; id: string; before?: Terminal; after?: Terminal },
): Promise<void> {
  const at = instant(deps.clock());
  return recordEvent(tx, { companyId: actor.companyId, at, actorId: actor.id, action, entityId: id, members });
}
