import { LitElement, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Location } from '../../../contract/location.js';
import type { Payment } from '../../../contract/payment.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { paymentHistoryTexts } from '../../../locales/payment-history/catalogue.js';
import { buttons } from '../../../styles/buttons.js';
import { host } from '../../../styles/host.js';
import { notices } from '../../../styles/notices.js';
import { tokens } from '../../../styles/tokens.js';
import '../../ui/dialog/dialog.js';
import type { KometUiDialog } from '../../ui/dialog/dialog.js';
import { COLUMNS, type Surroundings } from './columns.js';
import { styles } from './details.styles.js';
import { numberOf } from './payment-row.js';

/** What `View Details` opens: everything that is known of one payment, line by line. */
@element('komet-ui-payment-details')
export class KometUiPaymentDetails extends LitElement {
  static override styles = [tokens, host, buttons, notices, styles];

  @property({ attribute: false }) payment: Payment | undefined;
  @property({ attribute: false }) locations: readonly Location[] = [];
  /** Begins adjusting the payment; undefined where that isn't offered. */
  @property({ attribute: false }) adjust: ((payment: Payment) => void) | undefined;
  @query('komet-ui-dialog') private dialog!: KometUiDialog;

  #text = new Localize(this, paymentHistoryTexts);

  async show(): Promise<void> {
    await this.updateComplete;
    this.dialog.show();
  }

  override render() {
    const { payment, adjust } = this;
    const t = this.#text.t;
    return html`<komet-ui-dialog
      heading=${t('details.title', { number: payment ? numberOf(payment) : '' })}
      close-label=${t('details.close')}
    >
      ${payment ? this.#body(payment) : nothing}
      ${
        payment && adjust && payment.status === 'approved' && payment.concept === 'payment'
          ? html`<button slot="footer" type="button" @click=${() => this.#onAdjust(payment)}>
              ${t('details.adjust')}
            </button>`
          : nothing
      }
    </komet-ui-dialog>`;
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
