import { html, nothing } from 'lit';
import { isNameBegun, isNameTyped } from '../../../domain/typed-name.js';
import type { Text } from './text.js';

export interface TurnOffForm {
  readonly name: string;
  readonly typed: string;
  readonly change: (typed: string) => void;
  readonly turnOff: () => void;
  readonly keep: () => void;
}

/** Warns of what is lost (rule R-33) and asks for the location's name. */
export function turnOffForm(text: Text, form: TurnOffForm) {
  const { name, typed, change, turnOff, keep } = form;
  const isRefused = !isNameBegun(typed, name);
  return html`<div class="notice danger" role="group" aria-labelledby="off-title">
    <div class="text panel">
      <h3 id="off-title">${text.t('off.title', { location: name })}</h3>
      <p>${text.t('off.text')}</p>
      <div class="field">
        <label for="off-name">${text.t('off.type', { location: name })}</label>
        <input
          id="off-name"
          autocomplete="off"
          maxlength="100"
          .value=${typed}
          aria-invalid=${isRefused ? 'true' : 'false'}
          aria-describedby=${isRefused ? 'off-fault' : nothing}
          @input=${({ target }: Event) => change((target as HTMLInputElement).value)}
        />
        ${isRefused ? html`<div id="off-fault" class="fault">${text.t('off.differs')}</div>` : nothing}
      </div>
      <div class="act">
        <button type="button" class="primary" @click=${keep}>${text.t('off.keep')}</button>
        <button type="button" aria-disabled=${isNameTyped(typed, name) ? 'false' : 'true'} @click=${turnOff}>
          ${text.t('off.do')}
        </button>
      </div>
    </div>
  </div>`;
}
