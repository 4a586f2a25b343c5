import { html, nothing } from 'lit';
import type { WriteState } from '../../../controllers/write.js';
import type { PayError } from '../../../services/pay-error.js';
import type { SettingText } from './text.js';

/** Where saving stands, told to a screen reader as it changes. */
export function saveStatus(text: SettingText, state: WriteState<unknown>, describe: (error: PayError) => string) {
  if (state.status === 'failed') {
    return html`<div class="notice danger" role="alert">
      <div class="text">
        <strong>${text.t('save.failed')}</strong>
        <p>${describe(state.error)}</p>
      </div>
    </div>`;
  }
  return html`<p class="line" role="status">${words(text, state.status)}</p>`;
}

function words(text: SettingText, status: 'idle' | 'running' | 'unknown' | 'done') {
  if (status === 'idle') return nothing;
  if (status === 'done') return html`<span class="saved">${text.t('save.done')}</span>`;
  return html`<span class="ring"></span> ${text.t(`save.${status}`)}`;
}
