import { html, nothing } from 'lit';
import type { RefundableCredit } from '../../../contract/credit-refund.js';
import { cardText, type Text } from './text.js';

export interface CreditList {
  readonly credits: readonly RefundableCredit[];
  readonly chosenId: string | undefined;
  readonly choose: (creditId: string) => void;
}

/** One credit at a time: each goes back to a card of its own. */
export function creditList(text: Text, { credits, chosenId, choose }: CreditList) {
  return html`<fieldset>
    <legend>${text.t('title')}</legend>
    <p class="muted">${text.t('lead')}</p>
    <ul>
      ${credits.map(
        (credit) =>
          html`<li>
            <label class="check">
              <input
                type="radio"
                name="credit"
                .checked=${credit.creditId === chosenId}
                ?disabled=${credit.heldByPaymentId !== undefined}
                @change=${() => choose(credit.creditId)}
              />
              <span class="what">
                <span>${credit.number}</span>
                <small class="muted">${origin(text, credit)}</small>
              </span>
              ${credit.heldByPaymentId ? html`<span class="tag warning">${text.t('held')}</span>` : nothing}
              <span class="amount">${text.money(credit.refundableCents)}</span>
            </label>
          </li>`,
      )}
    </ul>
  </fieldset>`;
}

function origin(text: Text, credit: RefundableCredit): string {
  const card = cardText(credit);
  const facts = { number: String(credit.controlNumber), date: text.date(credit.date) };
  return card ? text.t('from.card', { ...facts, card }) : text.t('from', facts);
}
