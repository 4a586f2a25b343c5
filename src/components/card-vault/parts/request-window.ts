import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { CardRequest, CardRequestCreation } from '../../../contract/card-request.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { WriteController } from '../../../controllers/write.js';
import { element } from '../../../define.js';
import { cardVaultTexts } from '../../../locales/card-vault/catalogue.js';
import { requestCard } from '../../../services/card-requests.js';
import { widget } from '../../../styles/widget.js';
import '../../ui/dialog/dialog.js';
import type { KometUiDialog } from '../../ui/dialog/dialog.js';
import '../../ui/failure-notice.js';
import { styles } from './request-window.styles.js';

/** One address; the proxy looks closer. */
const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

/**
 * The window `Request Card`: an e-mail address, `Send Form`, and the confirmation.
 *
 * @fires {Event} change - a form was sent; does not bubble
 * @fires {Event} close - the window is closed; does not bubble
 */
@element('komet-ui-request-window')
export class KometUiRequestWindow extends LitElement {
  static override styles = [...widget, styles];

  @property({ attribute: 'customer-id' }) customerId = '';
  @property({ attribute: 'location-id' }) locationId = '';
  /** The customer's own address, to begin with. */
  @property() email = '';
  @state() private isTried = false;
  @query('komet-ui-dialog') private window!: KometUiDialog;
  @query('input') private input!: HTMLInputElement | null;

  #text = new Localize(this, cardVaultTexts);
  #provider = new ProviderController(this);
  #write = new WriteController<CardRequestCreation, CardRequest>(this, {
    provider: this.#provider,
    slot: () => `request-card:${this.customerId}:${this.locationId}`,
    send: (client, creation, options) => requestCard(client)(this.customerId, creation, options),
  });

  override firstUpdated() {
    void this.#show();
  }

  override render() {
    const t = this.#text.t;
    const { state } = this.#write;
    return html`<komet-ui-dialog
      ?has-act=${state.status !== 'done'}
      heading=${t('request.title')}
      close-label=${t('request.close')}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      <div class="body">${state.status === 'done' ? this.#done(state.value) : this.#form()}</div>
      ${state.status === 'done' ? nothing : this.#send()}
    </komet-ui-dialog>`;
  }

  #form() {
    const t = this.#text.t;
    const isBusy = this.#isBusy();
    const isFaulty = this.isTried && !EMAIL.test(this.input?.value.trim() ?? this.email);
    return html`<form id="form" novalidate @submit=${this.#onSubmit}>
      <p>${t('request.text')}</p>
      <div class="field">
        <label for="email">${t('request.email')}</label>
        <input
          id="email"
          type="email"
          autocomplete="off"
          maxlength="254"
          .value=${this.email}
          ?readonly=${isBusy}
          aria-invalid=${isFaulty ? 'true' : 'false'}
          aria-describedby=${isFaulty ? 'fault' : nothing}
          @input=${() => this.requestUpdate()}
        />
        ${isFaulty ? html`<p id="fault" class="fault" role="alert">${t('request.emailFault')}</p>` : nothing}
      </div>
      ${this.#trouble()}
    </form>`;
  }

  #send() {
    const isBusy = this.#isBusy();
    return html`<button slot="footer" form="form" class="primary" aria-disabled=${isBusy ? 'true' : 'false'}>
      ${this.#text.t(isBusy ? 'request.sending' : 'request.send')}
    </button>`;
  }

  #trouble() {
    const t = this.#text.t;
    const { state } = this.#write;
    if (state.status === 'unknown') return html`<p class="notice warning" role="status">${t('vault.unknown')}</p>`;
    if (state.status !== 'failed') return nothing;
    const heading = t('request.notSent');
    return html`<komet-ui-failure-notice heading=${heading} .error=${state.error}></komet-ui-failure-notice>`;
  }

  #done({ email, mail }: CardRequest) {
    const t = this.#text.t;
    return html`<div class="notice success" role="status" tabindex="-1" id="done">
      <div class="text">
        <strong>${t(mail === 'sent' ? 'request.done' : 'request.queued', { email })}</strong>
        <p>${t('request.doneText')}</p>
      </div>
    </div>`;
  }

  async #show() {
    await this.window.updateComplete;
    this.window.show();
    this.input?.focus();
  }

  #isBusy(): boolean {
    return this.#write.state.status === 'running' || this.#write.state.status === 'unknown';
  }

  async #onSubmit(event: Event) {
    event.preventDefault();
    if (this.#isBusy()) return;
    this.isTried = true;
    const email = this.input?.value.trim() ?? '';
    if (!EMAIL.test(email)) return this.input?.focus();
    const state = await this.#write.run({ locationId: this.locationId, email, locale: this.#text.locale });
    if (state.status !== 'done') return;
    this.dispatchEvent(new Event('change'));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#done')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-request-window': KometUiRequestWindow;
  }
}
