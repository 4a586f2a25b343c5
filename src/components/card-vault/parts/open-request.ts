import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CardRequest } from '../../../contract/card-request.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { WriteController } from '../../../controllers/write.js';
import { element } from '../../../define.js';
import { cardVaultTexts } from '../../../locales/card-vault/catalogue.js';
import { resendCardRequest, revokeCardRequest } from '../../../services/card-requests.js';
import { listRow } from '../../../styles/list-row.js';
import { widget } from '../../../styles/widget.js';
import '../../ui/failure-notice.js';
import { styles } from './open-request.styles.js';

const MINUTE = 60_000;
const TICK_MS = 10_000;

/**
 * A form that was sent to a customer: to whom, how long its link still works, sent again or revoked.
 *
 * @fires {Event} change - it was sent again or revoked; does not bubble
 */
@element('komet-ui-open-request')
export class KometUiOpenRequest extends LitElement {
  static override styles = [...widget, listRow, styles];

  @property({ attribute: false }) request!: CardRequest;
  /** Why it can be neither sent again nor revoked, in a sentence. */
  @property({ attribute: false }) stop: string | undefined;
  /** Milliseconds since the epoch, as of the last tick. */
  @state() private now = Date.now();

  #text = new Localize(this, cardVaultTexts);
  #provider = new ProviderController(this);
  #resend = new WriteController<string, CardRequest>(this, {
    provider: this.#provider,
    slot: () => `resend-card-request:${this.request.id}`,
    send: (client, requestId, options) => resendCardRequest(client)(requestId, options),
  });
  #revoke = new WriteController<string, void>(this, {
    provider: this.#provider,
    slot: () => `revoke-card-request:${this.request.id}`,
    send: (client, requestId, options) => revokeCardRequest(client)(requestId, options),
  });

  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.#clock = setInterval(() => (this.now = Date.now()), TICK_MS);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  override render() {
    const t = this.#text.t;
    const { email, sentBy, mail, state } = this.request;
    const isOver = this.#msLeft() <= 0;
    return html`<div class="request">
        <div class="what">
          <p><strong>${email}</strong></p>
          <p class="muted">
            ${t(isOver ? 'request.expired' : state === 'opened' ? 'request.opened' : 'request.sent')} ·
            ${t('request.by', { name: sentBy })}
          </p>
          ${mail === 'not-sent' ? html`<span class="tag danger">${t('request.refused')}</span>` : nothing}
        </div>
        ${isOver ? nothing : html`<span class="left">${t('request.left', this.#left())}</span>`}
        <div class="acts">
          <span id="stop" hidden>${this.stop}</span>
          ${this.#act(t('request.resend'), t('request.resendTo', { email }), () => void this.#sendAgain())}
          ${isOver ? nothing : this.#act(t('request.revoke'), t('request.revokeOf', { email }), () => void this.#end())}
        </div>
      </div>
      ${this.#failure()}`;
  }

  #act(shown: string, name: string, act: () => void) {
    const isIdle = !this.stop && !this.#isBusy();
    return html`<button
      type="button"
      class="quiet"
      aria-label=${name}
      title=${this.stop ?? name}
      aria-describedby=${this.stop ? 'stop' : nothing}
      aria-disabled=${isIdle ? 'false' : 'true'}
      @click=${isIdle ? act : undefined}
    >
      ${shown}
    </button>`;
  }

  #failure() {
    const t = this.#text.t;
    const [resend, revoke] = [this.#resend.state, this.#revoke.state];
    if (resend.status === 'unknown' || revoke.status === 'unknown')
      return html`<p class="notice warning" role="status">${t('vault.unknown')}</p>`;
    const [heading, failed] =
      resend.status === 'failed' ? ['request.notSent' as const, resend] : ['request.notRevoked' as const, revoke];
    if (failed.status !== 'failed') return nothing;
    return html`<komet-ui-failure-notice heading=${t(heading)} .error=${failed.error}></komet-ui-failure-notice>`;
  }

  #msLeft(): number {
    return Date.parse(this.request.expiresAt) - this.now;
  }

  #left() {
    const minutes = Math.ceil(this.#msLeft() / MINUTE);
    return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  }

  #isBusy(): boolean {
    return [this.#resend.state, this.#revoke.state].some(({ status }) => status === 'running' || status === 'unknown');
  }

  async #sendAgain() {
    const state = await this.#resend.run(this.request.id);
    if (state.status === 'done') this.#changed('request.resent');
  }

  async #end() {
    const state = await this.#revoke.run(this.request.id);
    if (state.status === 'done') this.#changed('request.revoked');
  }

  #changed(said: 'request.resent' | 'request.revoked') {
    this.#provider.announce(this.#text.t(said, { email: this.request.email }));
    this.dispatchEvent(new Event('change'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-open-request': KometUiOpenRequest;
  }
}
