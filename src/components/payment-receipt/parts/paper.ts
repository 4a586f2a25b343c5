import { html, nothing } from 'lit';
import type { Payment } from '../../../contract/payment.js';
import type { Receipt } from '../../../contract/receipt.js';
import type { Localize } from '../../../controllers/localize.js';
import type { PaymentReceiptKey } from '../../../locales/payment-receipt/catalogue.js';
import { BRAND_NAMES } from '../../ui/card-picker/stored-card-option.js';

type Text = Localize<PaymentReceiptKey>;

/** What stands on the paper, on screen and in print. */
export function paper(text: Text, receipt: Receipt, isTraining: boolean) {
  const { payment } = receipt;
  const { t, date } = text;
  const { reversedBy } = payment;
  return html`<article class="paper">
    <header>
      <h1>${receipt.companyName}</h1>
      <p>${receipt.locationName}</p>
    </header>
    <h2>${t(payment.concept === 'payment' ? 'receipt.title' : 'receipt.reversal')}</h2>
    <dl>
      ${facts(text, payment).map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    ${payment.allocations.length > 0 ? invoices(text, payment) : nothing} ${sums(text, payment)}
    ${reversedBy ? html`<p>${t('receipt.chargedBack', { name: reversedBy.name, at: date(reversedBy.at) })}</p>` : nothing}
    ${isTraining ? html`<p class="training">${t('receipt.training')}</p>` : nothing}
  </article>`;
}

function facts({ t, date }: Text, payment: Payment): (readonly [string, string])[] {
  const { card } = payment;
  const rows = [
    [t('receipt.number'), payment.controlNumber?.toString()],
    [t('receipt.date'), date(payment.date)],
    [t('receipt.customer'), payment.customerName],
    [t('receipt.card'), card && `${BRAND_NAMES[card.brand]} •••• ${card.last4}`.trim()],
    [t('receipt.authorization'), payment.authorizationCode],
    [t('receipt.transaction'), payment.transactionId],
  ] as const;
  return rows.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function invoices({ t, decimal }: Text, { allocations }: Payment) {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${t('receipt.invoice')}</th>
        <th scope="col" class="amount">${t('receipt.applied')}</th>
        <th scope="col" class="amount">${t('receipt.balance')}</th>
      </tr>
    </thead>
    <tbody>
      ${allocations.map(
        (line) =>
          html`<tr>
            <th scope="row">${line.invoiceNumber}</th>
            <td class="amount">${decimal(line.amountCents)}</td>
            <td class="amount">${line.balanceAfterCents === undefined ? '' : decimal(line.balanceAfterCents)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function sums({ t, money }: Text, payment: Payment) {
  const rows = [
    [t('receipt.discount'), payment.discountCents],
    [t('receipt.credits'), payment.creditsAppliedCents],
    [t('receipt.overpayment'), payment.overpaymentCents],
    [t('receipt.fee'), payment.feeCents],
  ] as const;
  return html`<dl class="sums">
    ${rows
      .filter(([, cents]) => cents !== 0)
      .map(
        ([name, cents]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${money(cents)}</dd>
          </div>`,
      )}
    <div class="total">
      <dt>${t('receipt.total')}</dt>
      <dd>${money(payment.totalCents)}</dd>
    </div>
  </dl>`;
}
