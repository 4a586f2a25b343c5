import { html, nothing } from 'lit';
import type { Text } from './text.js';

export interface UnknownView {
  readonly paymentId: string | undefined;
  readonly check: () => void;
}

/** The calm state: nobody knows yet whether the card was charged, so nothing can be paid until it is known. */
export function unknownPanel(text: Text, view: UnknownView) {
  const t = text.t;
  return html`<section class="center unknown" aria-labelledby="outcome-title">
    <div class="line">
      <span class="ring"></span>
      <h2 id="outcome-title" tabindex="-1">${t('unknown.title')}</h2>
    </div>
    <p>${t('unknown.text')}</p>
    <p class="muted" role="status">${t('unknown.checking')}</p>
    ${view.paymentId ? html`<small class="muted">${t('unknown.reference', { payment: view.paymentId })}</small>` : nothing}
    <button type="button" @click=${view.check}>${t('unknown.check')}</button>
  </section>`;
}
