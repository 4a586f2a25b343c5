import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Location } from '../../../contract/location.js';
import type { Payment } from '../../../contract/payment.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { paymentHistoryTexts } from '../../../locales/payment-history/catalogue.js';
import { buttons } from '../../../styles/buttons.js';
import { host } from '../../../styles/host.js';
import { notices } from '../../../styles/notices.js';
import { plainTable } from '../../../styles/plain-table.js';
import { tokens } from '../../../styles/tokens.js';
import { later } from '../../ui/later.js';
import '../../ui/dialog/dialog.js';
import type { KometUiDialog } from '../../ui/dialog/dialog.js';
import { COLUMNS, type Surroundings } from './columns.js';
import { styles } from './details.styles.js';
import { numberOf } from './payment-row.js';

/** What `View Details` opens: everything that is known of one payment, line by line. */
@element('komet-ui-payment-details')
export class KometUiPaymentDetails extends LitElement {
  static override styles = [tokens, host, buttons, notices, plainTable, styles];

  @property({ attribute: false }) payment: Payment | undefined;
  @property({ attribute: false }) locations: readonly Location[] = [];
  /** Begins adjusting the payment; undefined where that isn't offered. */
  @property({ attribute: false }) adjust: ((payment: Payment) => void) | undefined;
  /** Whether the receipt is shown in place of the details. */
  @state() private receipt = false;
  @query('komet-ui-dialog') private dialog!: KometUiDialog;

  #text = new Localize(this, paymentHistoryTexts);

  async show(): Promise<void> {
    this.receipt = false;
    await this.updateComplete;
    this.dialog.show();
  }

  override render() {
    const { payment } = this;
    const t = this.#text.t;
    return html`<komet-ui-dialog
      heading=${t('details.title', { number: payment ? numberOf(payment) : '' })}
      close-label=${t('details.close')}
    >
      ${payment ? this.#shown(payment) : nothing} ${payment ? this.#acts(payment) : nothing}
    </komet-ui-dialog>`;
  }

  #shown(payment: Payment) {
    if (!this.receipt) return this.#body(payment);
    later(() => import('../../payment-receipt/payment-receipt.js'));
    return html`<komet-payment-receipt payment-id=${payment.id}></komet-payment-receipt>`;
  }

  #acts(payment: Payment) {
    const t = this.#text.t;
    const isAdjustable = this.adjust && payment.status === 'approved' && payment.concept === 'payment';
    return html`<span slot="footer" class="acts">
      ${
        payment.controlNumber === undefined
          ? nothing
          : html`<button type="button" @click=${() => (this.receipt = !this.receipt)}>
              ${t(this.receipt ? 'action.details' : 'details.receipt')}
            </button>`
      }
      ${isAdjustable ? html`<button type="button" @click=${() => this.#onAdjust(payment)}>${t('details.adjust')}</button>` : nothing}
    </span>`;
  }

  #onAdjust(payment: Payment) {
    this.dialog.close();
    this.adjust?.(payment);
  }

  #body(payment: Payment) {
    return html`<div class="details">
      <dl>${this.#facts(payment).map(([name, value]) => fact(name, value))}</dl>
      ${payment.allocations.length > 0 ? this.#lines(payment) : nothing} ${this.#credits(payment)}
    </div>`;
  }

  /** Every column of the list that says something, then what stands in no column. */
  #facts(payment: Payment): (readonly [string, string])[] {
    const { t, money, date } = this.#text;
    const around: Surroundings = { text: this.#text, locations: this.locations };
    const columns = COLUMNS.map(({ key, cents, value }) => {
      const amount = cents?.(payment);
      return [t(`column.${key}`), amount === undefined ? value?.(payment, around) : amount && money(amount)] as const;
    });
    const { reversedBy } = payment;
    const more = [
      [t('details.order'), payment.orderId],
      [t('details.reversal'), payment.reversalOfId],
      [t('details.replaces'), payment.replacesId],
      [t('details.replacedBy'), payment.replacedById],
      [t('status.charged-back'), reversedBy && t('mark.reversed', { name: reversedBy.name, at: date(reversedBy.at) })],
    ] as const;
    return [...columns, ...more].flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  }

  #lines({ allocations }: Payment) {
    const { t, decimal } = this.#text;
    const discounts = allocations.some((line) => line.discountCents !== 0);
    return html`<table>
      <thead>
        <tr>
          <th scope="col">${t('details.invoice')}</th>
          ${discounts ? html`<th scope="col" class="amount">${t('details.discount')}</th>` : nothing}
          <th scope="col" class="amount">${t('details.applied')}</th>
          <th scope="col" class="amount">${t('details.balance')}</th>
        </tr>
      </thead>
      <tbody>
        ${allocations.map(
          (line) =>
            html`<tr>
              <th scope="row">${line.invoiceNumber}</th>
              ${discounts ? html`<td class="amount">${decimal(line.discountCents)}</td>` : nothing}
              <td class="amount">${decimal(line.amountCents)}</td>
              <td class="amount">${line.balanceAfterCents === undefined ? '' : decimal(line.balanceAfterCents)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #credits({ credits }: Payment) {
    if (credits.length === 0) return nothing;
    return html`<dl>
      ${credits.map((use) => fact(`${this.#text.t('details.credit')} ${use.creditId}`, this.#text.money(use.amountCents)))}
    </dl>`;
  }
}

const fact = (name: string, value: string) =>
  html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-payment-details': KometUiPaymentDetails;
  }
}
