import { html, nothing } from 'lit';
import type { Text } from './text.js';

type Blocked = 'not-configured' | 'session-failed' | 'no-right' | 'failed';

/** Why there is no list, and the way out where there is one. `detail` is the missing right, or the number of the failed request. */
export function blockedPanel(text: Text, kind: Blocked, detail: string, retry?: () => void) {
  const { t } = text;
  return html`<section class="center" role="alert">
    <h3>${kind === 'failed' ? t('history.failed') : t(`blocked.${kind}.title`)}</h3>
    ${kind === 'failed' ? html`<small class="muted">${detail}</small>` : html`<p>${t(`blocked.${kind}.text`, { right: detail })}</p>`}
    ${retry ? html`<button type="button" @click=${retry}>${t('history.retry')}</button>` : nothing}
  </section>`;
}

export function loadingPanel(text: Text, slow: boolean) {
  return html`<section aria-busy="true">
    <p class="visually-hidden" role="status">${text.t('history.loading')}</p>
    <p class="muted">${slow ? text.t('history.slow') : nothing}</p>
    <div class="skeleton" aria-hidden="true">${[0, 1, 2, 3, 4, 5].map(() => html`<span class="bone"></span>`)}</div>
  </section>`;
}

export function emptyPanel(text: Text, clear: (() => void) | undefined) {
  return html`<section class="center" role="status">
    <h3>${text.t('history.empty.title')}</h3>
    <p class="muted">${text.t('history.empty.text')}</p>
    ${clear ? html`<button type="button" @click=${clear}>${text.t('history.clear')}</button>` : nothing}
  </section>`;
}

export function staleNotice(text: Text, isOnline: boolean, retry: () => void) {
  const { t } = text;
  return html`<div class="notice warning" role="status">
    <span class="text">${isOnline ? html`${t('history.failed')} ${t('history.stale')}` : t('history.offline')}</span>
    <button type="button" @click=${retry}>${t('history.retry')}</button>
  </div>`;
}
