import '../../src/components/pay-provider/pay-provider.js';
import { html, LitElement } from 'lit';
import { OperationController } from '../../src/controllers/operation.js';
import { ProviderController } from '../../src/controllers/provider.js';
import { buttons } from '../../src/styles/buttons.js';
import { host } from '../../src/styles/host.js';
import { tokens } from '../../src/styles/tokens.js';

/** The least a tag with one act can be: our looks, the session's rights, and an operation behind its button. */
class BenchPayButton extends LitElement {
  static override styles = [tokens, host, buttons];
  readonly provider = new ProviderController(this);
  readonly operation = new OperationController(this, { provider: this.provider, slot: () => 'bench' });

  override render() {
    return html`<button class="primary" ?hidden=${!this.provider.can('pay')} @click=${this.pay}>Pay</button>`;
  }

  private pay() {
    void this.operation.run({ locationId: '1', customerId: '1', method: 'in-app', allocations: [], amountCents: 1 });
  }
}

customElements.define('bench-pay-button', BenchPayButton);
