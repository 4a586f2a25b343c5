import { html } from 'lit';
import type { OutcomeText } from './outcome-text.js';

export interface DuplicateView {
  readonly totalCents: number;
  readonly reason: string;
  readonly change: (reason: string) => void;
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** Asks why a payment that looks like a recent one is wanted; the reason stays with the payment. */
export function duplicateQuestion(text: OutcomeText, view: DuplicateView) {
  const t = text.t;
  const silent = view.reason.trim() === '';
  return html`<div id="refusal" class="notice warning" role="alert" tabindex="-1">
    <div class="text">
      <strong>${t('duplicate.title')}</strong>
      <p>${t('duplicate.text')}</p>
      <div class="field asked">
        <label for="reason">${t('duplicate.reason')}</label>
        <input
          id="reason"
          autocomplete="off"
          maxlength="200"
          .value=${view.reason}
          @input=${(event: InputEvent) => view.change((event.target as HTMLInputElement).value)}
        />
      </div>
    </div>
    <button type="button" @click=${view.cancel}>${t('duplicate.cancel')}</button>
    <button
      type="button"
      aria-disabled=${silent ? 'true' : 'false'}
      @click=${() => (silent ? undefined : view.confirm())}
    >
      ${t('duplicate.confirm', { amount: text.money(view.totalCents) })}
    </button>
  </div>`;
}
