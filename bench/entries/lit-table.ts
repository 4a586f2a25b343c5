import { css, html, LitElement } from 'lit';
import type { Payment } from '../../src/contract/payment.js';
import { cellsOf } from './payment-cells.js';

/** The least that can be called a list of payments in Lit: fetched once, drawn once, nothing to do with them. */
class BenchTable extends LitElement {
  static override properties = { payments: {} };
  static override styles = css`
    td {
      padding: 8px;
    }
  `;
  declare payments: readonly Payment[] | undefined;

  override connectedCallback() {
    super.connectedCallback();
    void this.load();
  }

  override render() {
    return html`<table>
      ${this.payments?.map(
        (payment) =>
          html`<tr>
            ${cellsOf(payment).map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </table>`;
  }

  private async load() {
    const response = await fetch('/api/v1/payments');
    this.payments = ((await response.json()) as { payments: Payment[] }).payments;
  }
}

customElements.define('bench-table', BenchTable);

/** Whether the payments stand in the table. */
export const isShown = (): boolean =>
  (document.querySelector('bench-table')?.shadowRoot?.querySelector('tr') ?? null) !== null;
