import { html } from 'lit';
import { live } from 'lit/directives/live.js';

export interface SettingCheck {
  /** Unique in its tree. */
  readonly id: string;
  readonly label: string;
  /** What being on or off does. */
  readonly hint: string;
  readonly checked: boolean;
  /** It keeps its focus and its value while it may not be changed. */
  readonly isLocked: boolean;
  readonly change: (checked: boolean) => void;
}

/** A setting that is on or off and saved at once. */
export function settingCheck({ id, label, hint, checked, isLocked, change }: SettingCheck) {
  const onClick = (event: Event) => {
    if (isLocked) event.preventDefault();
    else change((event.target as HTMLInputElement).checked);
  };
  return html`<div class="setting">
    <input
      id=${id}
      type="checkbox"
      .checked=${live(checked)}
      aria-disabled=${isLocked ? 'true' : 'false'}
      aria-describedby="${id}-hint"
      @click=${onClick}
    />
    <label for=${id}>${label}</label>
    <span id="${id}-hint" class="hint">${hint}</span>
  </div>`;
}
