import { html } from 'lit';
import type { Text } from './text.js';

export interface LoadingView {
  /** Why the payment could not be looked up, in words. */
  readonly error: string | undefined;
  readonly isSlow: boolean;
  readonly retry: () => void;
}

export function loadingView(text: Text, { error, isSlow, retry }: LoadingView) {
  if (error) {
    return html`<div class="notice danger" role="alert">
      <div class="text">
        <strong>${text.t('failed.load')}</strong>
        <p>${error}</p>
      </div>
      <button type="button" @click=${retry}>${text.t('retry')}</button>
    </div>`;
  }
  return html`<p class="line" role="status"><span class="ring"></span> ${text.t(isSlow ? 'slow' : 'loading')}</p>`;
}
