import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { describeError } from '../../controllers/describe-error.js';
import { Localize } from '../../controllers/localize.js';
import { element } from '../../define.js';
import { coreTexts } from '../../locales/core/catalogue.js';
import type { PayError } from '../../services/pay-error.js';
import { host } from '../../styles/host.js';
import { notices } from '../../styles/notices.js';
import { tokens } from '../../styles/tokens.js';

/** Says that something was not done, why, and what to do next. Takes the focus, since it is the answer to what was just tried. */
@element('komet-ui-failure-notice')
export class KometUiFailureNotice extends LitElement {
  static override styles = [tokens, host, notices];

  @property() heading = '';
  @property({ attribute: false }) error!: PayError;

  #text = new Localize(this, coreTexts);

  override firstUpdated() {
    this.renderRoot.querySelector<HTMLElement>('.notice')?.focus();
  }

  override render() {
    const { requestId } = this.error;
    return html`<div class="notice danger" role="alert" tabindex="-1">
      <div class="text">
        <strong>${this.heading}</strong>
        <p>${describeError(this.#text, this.error)}</p>
        ${requestId ? html`<small>${requestId}</small>` : nothing}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-failure-notice': KometUiFailureNotice;
  }
}
