import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Integration } from '../../../contract/integration.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { integrationSetupTexts } from '../../../locales/integration-setup/catalogue.js';
import { widget } from '../../../styles/widget.js';
import { styles } from './location-setup.styles.js';

const KEY = /^[0-9a-f]{32}$/i;

/** A key is to be put in place, or the kept one to be proved again. Internal: neither bubbles nor leaves the widget. */
export class KeyTypedEvent extends Event {
  readonly key: string | undefined;

  constructor(key: string | undefined) {
    super('komet-ui-key-typed');
    this.key = key;
  }
}

/** Where an operator puts the processor's key in place. It is typed hidden, and forgotten as soon as it is handed on. */
@element('komet-ui-keys-form')
export class KometUiKeysForm extends LitElement {
  static override styles = [...widget, styles];

  /** The name of the location. */
  @property() place = '';
  @property({ attribute: false }) integration!: Integration;
  @property({ type: Boolean }) refused = false;
  @state() private key = '';
  @state() private isTried = false;

  #text = new Localize(this, integrationSetupTexts);

  override render() {
    const { state, steps } = this.integration;
    const isKept = steps.some(({ step, done }) => step === 'keys' && done);
    return html`<section>
      <h3>${this.#text.t('keys')}</h3>
      <p class="muted">${this.#text.t('keys.lead')}</p>
      ${this.refused ? html`<p class="notice danger" role="alert">${this.#text.t('keys.refused')}</p>` : nothing}
      ${isKept && state !== 'ready' ? html`<p class="notice warning">${this.#text.t('keys.unproved')}</p>` : nothing}
      ${this.#field()}
      <div class="act">
        <button type="button" class="primary" @click=${this.#save}>${this.#text.t('keys.save')}</button>
        ${
          isKept
            ? html`<button type="button" @click=${() => this.dispatchEvent(new KeyTypedEvent(undefined))}>
                ${this.#text.t('keys.verify')}
              </button>`
            : nothing
        }
      </div>
    </section>`;
  }

  #field() {
    const isFaulty = this.isTried && !KEY.test(this.key.trim());
    return html`<div class="field">
      <label for="key">${this.#text.t('keys.key', { location: this.place })}</label>
      <input
        id="key"
        type="password"
        autocomplete="off"
        spellcheck="false"
        maxlength="64"
        .value=${this.key}
        aria-invalid=${isFaulty ? 'true' : 'false'}
        aria-describedby=${isFaulty ? 'key-fault' : nothing}
        @input=${({ target }: Event) => (this.key = (target as HTMLInputElement).value)}
      />
      ${isFaulty ? html`<div id="key-fault" class="fault">${this.#text.t('keys.fault')}</div>` : nothing}
    </div>`;
  }

  #save = () => {
    const key = this.key.trim();
    this.isTried = !KEY.test(key);
    if (this.isTried) return;
    this.key = '';
    this.dispatchEvent(new KeyTypedEvent(key));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-keys-form': KometUiKeysForm;
  }
}
