import { html, nothing } from 'lit';
import type { Blocked } from './blocked.js';
import type { Text } from './text.js';

/** What is wrong, what that means for money, and the way out where there is one. */
export function blockedPanel(text: Text, blocked: Blocked, retry: (() => void) | undefined) {
  const right = blocked.kind === 'no-right' ? blocked.right : '';
  const requestId = 'requestId' in blocked ? blocked.requestId : undefined;
  return html`<section class="center" role="alert">
    <h2>${text.t(`blocked.${blocked.kind}.title`)}</h2>
    <p>${text.t(`blocked.${blocked.kind}.text`, { right })}</p>
    ${requestId ? html`<small class="muted">${text.t('problem.reference', { requestId })}</small>` : nothing}
    ${retry ? html`<button type="button" @click=${retry}>${text.t('blocked.retry')}</button>` : nothing}
  </section>`;
}

/** Bars where the account will stand; after a while it says that it is still working. */
export function loadingPanel(text: Text, slow: boolean) {
  return html`<section aria-busy="true">
    <p class="visually-hidden" role="status">${text.t('loading.account')}</p>
    <p class="muted slow">${slow ? text.t('loading.slow') : nothing}</p>
    <div class="skeleton" aria-hidden="true">${[0, 1, 2, 3, 4, 5].map(() => html`<span class="bone"></span>`)}</div>
  </section>`;
}

/** What is shown could not be read anew. */
export function staleNotice(text: Text, retry: () => void) {
  return html`<div class="notice warning" role="status">
    <span class="text"
      ><strong>${text.t('blocked.load-failed.title')}</strong> ${text.t('blocked.load-failed.text')}</span
    >
    <button type="button" @click=${retry}>${text.t('blocked.retry')}</button>
  </div>`;
}
