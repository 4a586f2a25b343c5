import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { faultsOf, type DraftFaults, type TerminalDraft } from './terminal-draft.js';
import type { Text } from './text.js';

export interface TerminalForm {
  readonly draft: TerminalDraft;
  /** Whether saving was tried, so that faults are told. */
  readonly isTried: boolean;
  readonly isRunning: boolean;
  readonly change: (part: Partial<TerminalDraft>) => void;
  readonly save: () => void;
  readonly cancel: () => void;
}

/** The fields of a terminal, new or kept. Enter saves, Escape leaves. */
export function terminalForm(text: Text, form: TerminalForm) {
  const { draft, isRunning, change, cancel } = form;
  const faults = form.isTried ? faultsOf(draft) : {};
  const onSubmit = (event: Event) => {
    event.preventDefault();
    if (!isRunning) form.save();
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') cancel();
  };
  return html`<form class="terminal" @submit=${onSubmit} @keydown=${onKeyDown}>
    ${field(text, 'name', draft.name, faults, change)} ${field(text, 'serial', draft.serial, faults, change)}
    <label class="check"
      ><input
        type="checkbox"
        .checked=${live(draft.active)}
        @change=${({ target }: Event) => change({ active: (target as HTMLInputElement).checked })}
      />${text.t('active')}</label
    >
    <div class="acts">
      <button type="submit" class="primary" aria-disabled=${isRunning ? 'true' : 'false'}>${text.t('save')}</button>
      <button type="button" @click=${cancel}>${text.t('cancel')}</button>
    </div>
  </form>`;
}

function field(
  text: Text,
  name: 'name' | 'serial',
  value: string,
  faults: DraftFaults,
  change: (part: Partial<TerminalDraft>) => void,
) {
  const fault = faults[name];
  return html`<div class="field">
    <label for=${name}>${text.t(name)}</label>
    <input
      id=${name}
      autocomplete="off"
      maxlength="60"
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby="about-${name}"
      aria-required=${name === 'name' ? 'true' : 'false'}
      .value=${live(value)}
      @input=${({ target }: Event) => change({ [name]: (target as HTMLInputElement).value })}
    />
    <span id="about-${name}" class=${fault ? 'fault' : 'hint'}>${text.t(fault ?? `${name}.hint`)}</span>
  </div>`;
}
