import { html, nothing } from 'lit';
import type { ChargeBackPreview } from '../../../contract/charge-back.js';
import type { Payment } from '../../../contract/payment.js';
import type { LastingRefusal } from './stage.js';
import { cardText, type Text } from './text.js';

/** The end: what went where, under which control number, by whom. */
export function doneView(text: Text, { payment }: ChargeBackPreview, chargeBack: Payment) {
  const { moneyBack = 'nothing-charged', controlNumber = 0, createdBy, posting } = chargeBack;
  const money = { amount: text.money(Math.abs(chargeBack.totalCents)), card: cardText(text, payment.card) };
  return html`<div class="notice success">
    <div class="text">
      <h3 id="outcome" tabindex="-1">${text.t('done.title', { number: String(payment.controlNumber ?? '') })}</h3>
      <p>${text.t(`done.${moneyBack}`, money)}</p>
      <p class="muted">${text.t('done.control', { number: String(controlNumber), name: createdBy.name })}</p>
      ${posting === 'posted' ? nothing : html`<p class="muted">${text.t('done.posting')}</p>`}
    </div>
  </div>`;
}

/** The calm state: nobody has to do anything, and nobody can do it twice. */
export function unknownView(text: Text, needsPerson: boolean) {
  return html`<div class="unknown">
    <div class="line">
      ${needsPerson ? nothing : html`<span class="ring"></span>`}
      <h3 id="outcome" tabindex="-1">${text.t('unknown.title')}</h3>
    </div>
    <p role="status">${text.t(needsPerson ? 'unknown.person' : 'unknown.text')}</p>
  </div>`;
}

export function refusedView(text: Text, refusal: LastingRefusal) {
  return html`<div class="notice warning" role="alert">
    <div class="text">
      <h3 id="outcome" tabindex="-1">${text.t('refused.title')}</h3>
      <p>${refusalText(text, refusal)}</p>
    </div>
  </div>`;
}

function refusalText(text: Text, { reason, spentBy }: LastingRefusal): string {
  if (reason !== 'credit-spent') return text.t(`refused.${reason}`);
  if (spentBy.length === 0) return text.t('refused.credit-spent-elsewhere');
  const users = spentBy.map(({ controlNumber, paymentId }) =>
    controlNumber === undefined
      ? text.t('user.id', { number: paymentId })
      : text.t('user.number', { number: String(controlNumber) }),
  );
  return text.t('refused.credit-spent', { users: users.join(', ') });
}

/** Nothing moved, and why where that is known. */
export function failureView(text: Text, cause: string | undefined, requestId: string | undefined) {
  return html`<div class="notice danger" role="alert">
    <div class="text">
      <h3 id="outcome" tabindex="-1">${text.t('failed.title')}</h3>
      ${cause ? html`<p>${cause}</p>` : nothing}
      <p>${text.t('failed.safe')}</p>
      ${requestId ? html`<small class="muted">${text.t('failed.reference', { requestId })}</small>` : nothing}
    </div>
  </div>`;
}
