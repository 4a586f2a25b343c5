import { css, html, LitElement } from 'lit';

/** The least that can be called a payment form in Lit: four fields, a button, no client. */
class BenchForm extends LitElement {
  static override properties = { amount: {}, name: {}, note: {}, method: {} };
  static override styles = css`
    form {
      display: grid;
      gap: 8px;
      font: 14px sans-serif;
    }
  `;
  declare amount: string;
  declare name: string;
  declare note: string;
  declare method: string;

  override render() {
    return html`<form>
      <label>Amount <input name="amount" inputmode="decimal" .value=${this.amount} /></label>
      <label>Name <input name="name" .value=${this.name} /></label>
      <label>Note <input name="note" .value=${this.note} /></label>
      <label
        >Method
        <select name="method">
          <option>Card</option>
          <option>Terminal</option>
        </select></label
      >
      <button type="button">Pay</button>
    </form>`;
  }
}

customElements.define('bench-form', BenchForm);
