import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Billing } from '../../../contract/card.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { keptCardTexts } from '../../../locales/kept-card/catalogue.js';
import { fields } from '../../../styles/fields.js';
import { host } from '../../../styles/host.js';
import { tokens } from '../../../styles/tokens.js';
import '../card-frame/card-frame.js';
import type { KometUiCardFrame } from '../card-frame/card-frame.js';
import { textField, typedText } from '../text-field.js';
import { styles } from './kept-card.styles.js';

/** A card ready for the vault. */
export interface KeptCard {
  readonly cardToken: string;
  readonly description?: string;
  readonly billing?: Billing;
}

/** What is typed beside the processor's frame; never the number or the security code. */
type Field = 'name' | 'street' | 'zip' | 'description';

/** A card typed to be kept: the processor's frame, whose bill it is on, what to call it, and the consent. */
@element('komet-ui-kept-card')
export class KometUiKeptCard extends LitElement {
  static override styles = [tokens, host, fields, styles];

  /** Whose processor account keeps the card. */
  @property({ attribute: 'location-id' }) locationId = '';
  /** What is consented to. */
  @property() consent = '';
  @state() private isConsented = false;
  @state() private isTried = false;
  @query('komet-ui-card-frame') private frame!: KometUiCardFrame;

  #text = new Localize(this, keptCardTexts);

  /** Turns what is typed into what a vault takes; undefined without the consent. Rejects with a PayError. */
  async card(): Promise<KeptCard | undefined> {
    this.isTried = true;
    if (!this.isConsented) {
      this.renderRoot.querySelector<HTMLElement>('#consent')?.focus();
      return undefined;
    }
    const { token } = await this.frame.tokenize();
    const [name, street, zip] = [
      typedText(this.renderRoot, 'name'),
      typedText(this.renderRoot, 'street'),
      typedText(this.renderRoot, 'zip'),
    ];
    const description = typedText(this.renderRoot, 'description');
    const billing = { ...(name && { name }), ...(street && { street }), ...(zip && { zip }) };
    return {
      cardToken: token,
      ...(description && { description }),
      ...(Object.keys(billing).length > 0 && { billing }),
    };
  }

  override focus() {
    this.frame.focus();
  }

  override render() {
    const isMissing = this.isTried && !this.isConsented;
    return html`<komet-ui-card-frame location-id=${this.locationId}></komet-ui-card-frame>
      <div class="row">${this.#field('name', 100)}</div>
      <div class="row">${this.#field('street', 100)} ${this.#field('zip', 10)}</div>
      ${this.#field('description', 60, this.#text.t('kept.descriptionExample'))}
      <div>
        <label class="check">
          <input
            id="consent"
            type="checkbox"
            aria-invalid=${isMissing ? 'true' : 'false'}
            aria-describedby=${isMissing ? 'missing' : nothing}
            .checked=${this.isConsented}
            @change=${(event: Event) => (this.isConsented = (event.target as HTMLInputElement).checked)}
          />
          ${this.consent}
        </label>
        ${isMissing ? html`<p id="missing" class="fault" role="alert">${this.#text.t('kept.consentMissing')}</p>` : nothing}
      </div>`;
  }

  #field(id: Field, maxLength: number, placeholder = '') {
    return textField({ id, label: this.#text.t(`kept.${id}`), maxLength, placeholder });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-kept-card': KometUiKeptCard;
  }
}
