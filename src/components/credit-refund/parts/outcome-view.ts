import { html, nothing } from 'lit';
import type { Payment } from '../../../contract/payment.js';
import type { Text } from './text.js';

export function doneView(text: Text, refund: Payment, again: () => void) {
  const amount = text.money(Math.abs(refund.totalCents));
  return html`<div class="notice success">
    <div class="text">
      <h3 id="outcome" tabindex="-1">${text.t('done.title', { amount })}</h3>
      <p class="muted">${text.t('done.control', { number: String(refund.controlNumber ?? '') })}</p>
    </div>
    <button type="button" @click=${again}>${text.t('another')}</button>
  </div>`;
}

export function unknownView(text: Text) {
  return html`<div class="line">
      <span class="ring"></span>
      <h3 id="outcome" tabindex="-1">${text.t('unknown.title')}</h3>
    </div>
    <p role="status">${text.t('unknown.text')}</p>`;
}

/** Nothing moved, and why where that is known. */
export function failureView(text: Text, cause: string | undefined) {
  return html`<div class="notice danger" role="alert">
    <div class="text">
      <h3 id="outcome" tabindex="-1">${text.t('failed.title')}</h3>
      ${cause ? html`<p>${cause}</p>` : nothing}
      <p>${text.t('failed.safe')}</p>
    </div>
  </div>`;
}
