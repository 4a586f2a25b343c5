import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Payment } from '../../../contract/payment.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { outcomeTexts } from '../../../locales/outcome/catalogue.js';
import { buttons } from '../../../styles/buttons.js';
import { host } from '../../../styles/host.js';
import { plainTable } from '../../../styles/plain-table.js';
import { tokens } from '../../../styles/tokens.js';
import { BRAND_NAMES } from '../card-picker/stored-card-option.js';
import { styles } from './receipt.styles.js';
import type { OutcomeText } from './outcome-text.js';

/** An approved payment: what was charged, where it went, what is open now. It takes the focus, since it is the answer to paying. */
@element('komet-ui-receipt')
export class KometUiReceipt extends LitElement {
  static override styles = [tokens, host, buttons, plainTable, styles];

  @property({ attribute: false }) payment!: Payment;
  /** Leads to the next payment of another customer; undefined when the customer is fixed by the page. */
  @property({ attribute: false }) payAndNew: (() => void) | undefined;
  @property({ attribute: false }) done!: () => void;

  #text = new Localize(this, outcomeTexts);

  override firstUpdated() {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  override render() {
    const { payment, payAndNew } = this;
    const t = this.#text.t;
    return html`<section aria-labelledby="title">
      <div class="summary">
        <svg class="tick" viewBox="0 0 24 24" aria-hidden="true"><path d="m6 12.5 4 4 8-9" /></svg>
        <div>
          <h2 id="title" tabindex="-1">${t(payment.totalCents > 0 ? 'approved.title' : 'approved.creditsTitle')}</h2>
          <p class="muted">${payment.customerName}</p>
        </div>
        <p class="big">${this.#text.money(payment.totalCents)}</p>
      </div>
      <dl>${facts(this.#text, payment)}</dl>
      ${payment.allocations.length > 0 ? lines(this.#text, payment) : nothing} ${remarks(this.#text, payment)}
      <footer>
        ${payAndNew ? html`<button type="button" @click=${payAndNew}>${t('approved.payAndNew')}</button>` : nothing}
        <button type="button" class="primary" @click=${this.done}>${t('approved.ok')}</button>
      </footer>
    </section>`;
  }
}

function facts(text: OutcomeText, payment: Payment) {
  const { card } = payment;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [text.t('approved.control'), payment.controlNumber?.toString()],
    [text.t('approved.authorization'), payment.authorizationCode],
    [text.t('approved.card'), card && `${BRAND_NAMES[card.brand]} •••• ${card.last4}`.trim()],
    [text.t('approved.date'), text.date(payment.date)],
    [text.t('approved.fee'), payment.feeCents > 0 ? text.money(payment.feeCents) : undefined],
    [text.t('approved.credits'), payment.creditsAppliedCents > 0 ? text.money(payment.creditsAppliedCents) : undefined],
  ];
  return rows
    .filter(([, value]) => value)
    .map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    );
}

function lines(text: OutcomeText, payment: Payment) {
  const t = text.t;
  return html`<table>
    <thead>
      <tr>
        <th>${t('approved.invoice')}</th>
        <th class="amount">${t('approved.applied')}</th>
        <th class="amount">${t('approved.balanceAfter')}</th>
      </tr>
    </thead>
    <tbody>
      ${payment.allocations.map(
        (line) =>
          html`<tr>
            <th scope="row">${line.invoiceNumber}</th>
            <td class="amount">${text.money(line.amountCents)}</td>
            <td class="amount">
              ${line.balanceAfterCents === undefined ? nothing : text.money(line.balanceAfterCents)}
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function remarks(text: OutcomeText, payment: Payment) {
  const said = [
    payment.overpaymentCents > 0 && text.t('approved.overpayment', { amount: text.money(payment.overpaymentCents) }),
    payment.savedCard?.status === 'saved' && text.t('approved.cardSaved'),
    payment.savedCard?.status === 'not-saved' && text.t('approved.cardNotSaved'),
    payment.confirmation !== 'none' && text.t(`approved.order-${payment.confirmation}`),
    payment.posting === 'pending' && text.t('approved.posting'),
  ].filter((remark) => remark !== false);
  return said.length > 0
    ? html`<ul class="remarks">
        ${said.map((remark) => html`<li>${remark}</li>`)}
      </ul>`
    : nothing;
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-receipt': KometUiReceipt;
  }
}
