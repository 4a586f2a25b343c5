import { ContextConsumer, ContextProvider, createContext } from '@lit/context';
import { html, LitElement } from 'lit';
import { read } from './client-floor.js';

const client = createContext<typeof read>('bench-client');

class BenchProvider extends LitElement {
  readonly provider = new ContextProvider(this, { context: client, initialValue: read });

  override render() {
    return html`<slot></slot>`;
  }
}

/** The same form as in lit-form.ts, with a client from context that it could send to. */
class BenchClientForm extends LitElement {
  static override properties = { amount: {}, name: {}, note: {}, method: {} };
  readonly client = new ContextConsumer(this, { context: client, subscribe: true });
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
      <button type="button" @click=${() => this.client.value?.('payment', '/v1/payments/1')}>Pay</button>
    </form>`;
  }
}

customElements.define('bench-provider', BenchProvider);
customElements.define('bench-client-form', BenchClientForm);
