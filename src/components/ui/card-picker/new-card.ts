import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { PaymentSource } from '../../../contract/payment.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { cardTexts } from '../../../locales/card/catalogue.js';
import { fields } from '../../../styles/fields.js';
import { host } from '../../../styles/host.js';
import { tokens } from '../../../styles/tokens.js';
import '../card-frame/card-frame.js';
import type { KometUiCardFrame } from '../card-frame/card-frame.js';
import { textField, typedText } from '../text-field.js';
import { styles } from './new-card.styles.js';

/** What is typed beside the processor's frame; never the number or the security code. */
type Field = 'name' | 'zip' | 'description';

/** A card typed into the processor's frame, whose bill it is on, and whether it is kept. */
@element('komet-ui-new-card')
export class KometUiNewCard extends LitElement {
  static override styles = [tokens, host, fields, styles];

  @property({ attribute: 'location-id' }) locationId = '';
  /** Whether the session may put a card into the vault. */
  @property({ type: Boolean, attribute: 'may-save' }) maySave = false;
  @state() private save = false;
  @query('komet-ui-card-frame') private frame!: KometUiCardFrame;

  #text = new Localize(this, cardTexts);

  /** Turns what is typed into what a payment is made of. Rejects with a PayError; nothing is charged by it. */
  async source(): Promise<PaymentSource> {
    const { token } = await this.frame.tokenize();
    const [name, zip] = [typedText(this.renderRoot, 'name'), typedText(this.renderRoot, 'zip')];
    const description = this.save ? typedText(this.renderRoot, 'description') : '';
    return {
      cardToken: token,
      saveCard: this.save && this.maySave,
      ...(description && { description }),
      ...(name + zip && { billing: { ...(name && { name }), ...(zip && { zip }) } }),
    };
  }

  /** Forgets what was typed. */
  reset() {
    this.save = false;
    for (const input of this.renderRoot.querySelectorAll('input')) input.value = '';
    void this.frame.reset();
  }

  override focus() {
    this.frame.focus();
  }

  override render() {
    return html`<komet-ui-card-frame location-id=${this.locationId}></komet-ui-card-frame>
      <div class="pair">${this.#field('name', 100)} ${this.#field('zip', 10)}</div>
      ${this.maySave ? this.#saving() : nothing}`;
  }

  #saving() {
    return html`<label class="check">
        <input
          type="checkbox"
          .checked=${this.save}
          @change=${(event: Event) => (this.save = (event.target as HTMLInputElement).checked)}
        />
        ${this.#text.t('card.save')}
      </label>
      ${
        this.save
          ? html`<div class="saving">
              <p class="hint">${this.#text.t('card.consent')}</p>
              ${this.#field('description', 60, this.#text.t('card.descriptionExample'))}
            </div>`
          : nothing
      }`;
  }

  #field(id: Field, maxLength: number, placeholder = '') {
    return textField({ id, label: this.#text.t(`card.${id}`), maxLength, placeholder });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-new-card': KometUiNewCard;
  }
}
