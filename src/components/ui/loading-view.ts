import { html } from 'lit';

/** The texts of a tag that loads something first. */
export interface LoadingTexts {
  readonly t: (key: 'loading' | 'failed.load' | 'retry') => string;
}

export interface LoadingView {
  /** Why it could not be loaded, in words; absent while it is waited for. */
  readonly error: string | undefined;
  /** What is said of a wait that has become long. */
  readonly slow?: string | undefined;
  readonly retry: () => void;
}

/** Stands where something is loaded first: a line that says so, or why it did not come and the way to try again. */
export function loadingView({ t }: LoadingTexts, { error, slow, retry }: LoadingView) {
  if (!error) return html`<p class="line" role="status"><span class="ring"></span> ${slow ?? t('loading')}</p>`;
  return html`<div class="notice danger" role="alert">
    <div class="text">
      <strong>${t('failed.load')}</strong>
      <p>${error}</p>
    </div>
    <button type="button" @click=${retry}>${t('retry')}</button>
  </div>`;
}
