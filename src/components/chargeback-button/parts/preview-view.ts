import { html, nothing } from 'lit';
import type { ChargeBackPreview } from '../../../contract/charge-back.js';
import { cardText, type Text } from './text.js';

/** What will happen, before it does: the card, the invoices, the credits. */
export function previewView(text: Text, preview: ChargeBackPreview, booksOnly: boolean) {
  return html`<section aria-labelledby="money-title">
      <h3 id="money-title">${text.t('money.title')}</h3>
      <p class="money">
        <strong>${text.money(booksOnly ? 0 : preview.returnedCents)}</strong>
        ${preview.returnedCents > 0 && !booksOnly ? html`<span>${cardText(text, preview.card)}</span>` : nothing}
      </p>
      <p class="muted">${text.t(`money.${booksOnly ? 'books-only' : (preview.moneyBack ?? 'open')}`)}</p>
    </section>
    ${invoices(text, preview)} ${credits(text, preview)}`;
}

function invoices(text: Text, { invoices: lines }: ChargeBackPreview) {
  if (lines.length === 0) return nothing;
  return html`<table>
    <caption>
      ${text.t('invoices.title')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${text.t('invoices.number')}</th>
        <th scope="col" class="amount">${text.t('invoices.back')}</th>
        <th scope="col" class="amount">${text.t('invoices.after')}</th>
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        (line) =>
          html`<tr>
            <th scope="row">${line.invoiceNumber}</th>
            <td class="amount">${text.money(line.reopenedCents)}</td>
            <td class="amount">${line.openAfterCents === undefined ? '–' : text.money(line.openAfterCents)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function credits(text: Text, { creditsBack, creditRemoved }: ChargeBackPreview) {
  if (creditsBack.length === 0 && !creditRemoved) return nothing;
  const removed = creditRemoved && {
    number: creditRemoved.number ?? text.t('credits.overpayment'),
    amount: text.money(creditRemoved.amountCents),
  };
  return html`<section aria-labelledby="credits-title">
    <h3 id="credits-title">${text.t('credits.title')}</h3>
    <ul>
      ${creditsBack.map(
        ({ number, creditId, amountCents }) =>
          html`<li>${text.t('credits.back', { number: number ?? creditId, amount: text.money(amountCents) })}</li>`,
      )}
      ${removed ? html`<li>${text.t('credits.removed', removed)}</li>` : nothing}
    </ul>
  </section>`;
}
