import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { StoredCard } from '../../../contract/card.js';
import type { PaymentSource } from '../../../contract/payment.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { receivePaymentTexts } from '../../../locales/receive-payment/catalogue.js';
import { fields } from '../../../styles/fields.js';
import { host } from '../../../styles/host.js';
import { loading } from '../../../styles/loading.js';
import { notices } from '../../../styles/notices.js';
import { tokens } from '../../../styles/tokens.js';
import type { KometUiCardFrame } from '../../ui/card-frame/card-frame.js';
import { styles } from './card-picker.styles.js';
import { newCardForm, type NewCard } from './new-card-form.js';
import { storedCardOption } from './stored-card-option.js';

/** Which card pays: one of the customer's stored cards, or one typed into the processor's frame. */
@element('komet-ui-card-picker')
export class KometUiCardPicker extends LitElement {
  static override styles = [tokens, host, fields, notices, loading, styles];

  /** Undefined while they are being read. */
  @property({ attribute: false }) cards: readonly StoredCard[] | undefined;
  @property({ attribute: 'location-id' }) locationId = '';
  /** `YYYY-MM-DD`, tells which cards have expired. */
  @property() today = '';
  /** Whether the session may put a card into the vault. */
  @property({ type: Boolean, attribute: 'may-save' }) maySave = false;
  /** The card that was declined a moment ago is not offered first again. */
  @property({ attribute: 'declined-card-id' }) declinedCardId = '';
  @state() private picked: string | undefined;
  @state() private newCard: NewCard = { name: '', zip: '', save: false, description: '' };
  @query('komet-ui-card-frame') private frame!: KometUiCardFrame | null;

  #text = new Localize(this, receivePaymentTexts);

  /** The card that pays as things stand: `new`, or a stored card's id. */
  get choice(): string {
    const cards = this.cards ?? [];
    if (this.picked === 'new' || cards.some((card) => card.id === this.picked)) return this.picked ?? 'new';
    return (cards.find((card) => card.primary) ?? cards[0])?.id ?? 'new';
  }

  /** Picks the nth stored card, counted from 1; one more than there are is the new card. */
  pick(position: number) {
    const ids = [...(this.cards ?? []).map((card) => card.id), 'new'];
    const id = ids[position - 1];
    if (!id) return;
    this.picked = id;
    void this.updateComplete.then(() => this.focus());
  }

  override focus() {
    this.renderRoot.querySelector<HTMLElement>('input[name=card]:checked, komet-ui-card-frame')?.focus();
  }

  /** Forgets what was typed for a new card; the stored cards are chosen anew. */
  reset() {
    this.picked = undefined;
    this.newCard = { name: '', zip: '', save: false, description: '' };
    void this.frame?.reset();
  }

  /** What is to be charged; a new card is turned into the processor's token first. Rejects when the card can't be used. */
  async source(): Promise<PaymentSource> {
    const { choice } = this;
    if (choice !== 'new') return { cardId: choice };
    if (!this.frame) throw new Error('The card frame is not drawn.');
    const { token } = await this.frame.tokenize();
    const { name, zip, save, description } = this.newCard;
    return {
      cardToken: token,
      saveCard: save && this.maySave,
      ...(save && description.trim() && { description: description.trim() }),
      ...((name.trim() || zip.trim()) && {
        billing: { ...(name.trim() && { name: name.trim() }), ...(zip.trim() && { zip: zip.trim() }) },
      }),
    };
  }

  override render() {
    if (!this.cards) return html`<span class="bone"></span><span class="bone"></span>`;
    const { choice } = this;
    return html`${this.cards.length > 0 ? this.#options(this.cards, choice) : nothing}
    ${choice === 'new' ? this.#newCard() : nothing}`;
  }

  #options(cards: readonly StoredCard[], choice: string) {
    return html`<fieldset>
      <legend class="visually-hidden">${this.#text.t('card.legend')}</legend>
      ${cards.map((card, index) =>
        storedCardOption(this.#text, {
          card,
          today: this.today,
          checked: card.id === choice,
          declined: card.id === this.declinedCardId,
          shortcut: index < 9 ? index + 1 : undefined,
          pick: () => (this.picked = card.id),
        }),
      )}
      <label class="option">
        <input
          type="radio"
          name="card"
          value="new"
          .checked=${choice === 'new'}
          @change=${() => (this.picked = 'new')}
        />
        <span class="what">${this.#text.t('card.new')}</span>
      </label>
    </fieldset>`;
  }

  #newCard() {
    return newCardForm(this.#text, {
      value: this.newCard,
      locationId: this.locationId,
      maySave: this.maySave,
      change: (part) => (this.newCard = { ...this.newCard, ...part }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-card-picker': KometUiCardPicker;
  }
}
