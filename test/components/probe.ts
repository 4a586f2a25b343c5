import { LitElement, html } from 'lit';
import { Localize } from '../../src/controllers/localize.js';
import { ProviderController } from '../../src/controllers/provider.js';
import { element } from '../../src/define.js';
import { coreTexts } from '../../src/locales/core/catalogue.js';

/** A widget that shows what it has from its provider. Deliberately without the provider's own module. */
@element('komet-ui-probe')
export class KometUiProbe extends LitElement {
  readonly provider = new ProviderController(this);
  readonly text = new Localize(this, coreTexts);

  override render() {
    const { status, session, locationId } = this.provider;
    return html`<p>${status} ${session?.environment} ${locationId}</p>
      <p>${this.text.t('kind.offline')} ${this.text.money(123_450)} ${this.text.date('2026-11-03')}</p>`;
  }

  /** What is shown, with single spaces. */
  get shown(): string {
    return this.renderRoot.textContent.replace(/\s+/g, ' ').trim();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-probe': KometUiProbe;
  }
}
