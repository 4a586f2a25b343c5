import { html, nothing } from 'lit';
import type { Terminal, TerminalTest } from '../../../contract/terminal.js';
import { PayError } from '../../../services/pay-error.js';
import type { Text } from './text.js';

/** What the processor said of a terminal, that it is being asked, or why it could not be. */
export type Tested = TerminalTest | 'running' | PayError;

export interface TerminalList {
  readonly terminals: readonly Terminal[];
  readonly tested: ReadonlyMap<string, Tested>;
  readonly describe: (error: PayError) => string;
  /** The terminal that is about to be deleted. */
  readonly askedId: string | undefined;
  /** Absent where nothing may be changed. */
  readonly acts?: TerminalActs | undefined;
}

export interface TerminalActs {
  readonly edit: (terminal: Terminal) => void;
  readonly test: (terminal: Terminal) => void;
  /** Asks first, with the terminal; goes on once asked. */
  readonly ask: (terminal: Terminal | undefined) => void;
  readonly remove: (terminal: Terminal) => void;
}

export function terminalList(text: Text, list: TerminalList) {
  const { t } = text;
  if (list.terminals.length === 0) return html`<p class="muted">${t('empty')}</p>`;
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${t('name')}</th>
        <th scope="col">${t('serial')}</th>
        <th scope="col">${t('state')}</th>
        ${list.acts ? html`<th scope="col"><span class="visually-hidden">${t('actions')}</span></th>` : nothing}
      </tr>
    </thead>
    <tbody>
      ${list.terminals.map((terminal) => row(text, terminal, list))}
    </tbody>
  </table>`;
}

function row(text: Text, terminal: Terminal, { tested, describe, askedId, acts }: TerminalList) {
  const test = tested.get(terminal.id);
  return html`<tr>
      <th scope="row">${terminal.name}</th>
      <td>${terminal.serial ?? ''}</td>
      <td>${stateOf(text, terminal)}</td>
      ${acts ? html`<td class="acts-of">${buttons(text, terminal, acts)}</td>` : nothing}
    </tr>
    ${
      test
        ? html`<tr class="told">
            <td colspan="4" role="status">${told(text, test, describe)}</td>
          </tr>`
        : nothing
    }
    ${acts && askedId === terminal.id ? question(text, terminal, acts) : nothing}`;
}

function stateOf({ t }: Text, { active, keyState }: Terminal) {
  const isReady = active && keyState === 'ready';
  const words = active ? t(`state.${keyState}`) : t('state.off');
  return html`<span class="tag ${isReady ? 'success' : active ? 'warning' : 'off'}">${words}</span>`;
}

function buttons({ t }: Text, terminal: Terminal, { edit, test, ask }: TerminalActs) {
  const { name } = terminal;
  return html`<button type="button" class="quiet" aria-label=${t('test.of', { name })} @click=${() => test(terminal)}>
      ${t('test')}
    </button>
    <button type="button" class="quiet" aria-label=${t('edit.of', { name })} @click=${() => edit(terminal)}>
      ${t('edit')}
    </button>
    <button type="button" class="quiet" aria-label=${t('remove.of', { name })} @click=${() => ask(terminal)}>
      ${t('remove')}
    </button>`;
}

function told({ t }: Text, test: Tested, describe: TerminalList['describe']) {
  if (test instanceof PayError) return describe(test);
  if (test === 'running') return html`<span class="line"><span class="ring"></span> ${t('test.running')}</span>`;
  const { result, merchantName: merchant = '', merchantTerminalId: terminal = '' } = test;
  return t(`test.${result}`, { merchant, terminal });
}

function question({ t }: Text, terminal: Terminal, { ask, remove }: TerminalActs) {
  return html`<tr class="told">
    <td colspan="4">
      <div class="notice warning" role="alertdialog" aria-labelledby="ask">
        <span id="ask" class="text">${t('remove.ask', { name: terminal.name })}</span>
        <button id="yes" type="button" @click=${() => remove(terminal)}>${t('remove.yes')}</button>
        <button type="button" @click=${() => ask(undefined)}>${t('cancel')}</button>
      </div>
    </td>
  </tr>`;
}
