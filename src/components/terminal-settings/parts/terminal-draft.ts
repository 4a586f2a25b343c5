import type { Terminal, TerminalCreation } from '../../../contract/terminal.js';

/** A terminal as it is typed; without an id it is a new one. */
export interface TerminalDraft {
  readonly terminalId?: string;
  readonly name: string;
  readonly serial: string;
  readonly active: boolean;
}

export const NEW_TERMINAL: TerminalDraft = { name: '', serial: '', active: true };

export const draftOf = ({ id, name, serial = '', active }: Terminal): TerminalDraft => ({
  terminalId: id,
  name,
  serial,
  active,
});

export interface DraftFaults {
  readonly name?: 'name.missing';
  readonly serial?: 'serial.unfit';
}

export function faultsOf({ name, serial }: TerminalDraft): DraftFaults {
  return {
    ...(name.trim() === '' && { name: 'name.missing' }),
    ...(!/^[A-Za-z0-9-]{0,32}$/.test(serial.trim()) && { serial: 'serial.unfit' }),
  };
}

export const membersOf = ({ name, serial, active }: TerminalDraft): Required<TerminalCreation> => ({
  name: name.trim(),
  serial: serial.trim(),
  active,
});
