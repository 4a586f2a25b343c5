import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { StoredCard } from '../../../contract/card.js';
import type { PaymentSource } from '../../../contract/payment.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { cardTexts } from '../../../locales/card/catalogue.js';
import { clientError } from '../../../services/pay-error.js';
import { fields } from '../../../styles/fields.js';
import { host } from '../../../styles/host.js';
import { notices } from '../../../styles/notices.js';
import { tokens } from '../../../styles/tokens.js';
import { later } from '../later.js';
import { brandMarks } from './brand-mark.styles.js';
import { styles } from './card-picker.styles.js';
import type { KometUiNewCard } from './new-card.js';
import { storedCardOption } from './stored-card-option.js';

/** Which card pays: one of the customer's stored cards, or one typed into the processor's frame. */
@element('komet-ui-card-picker')
export class KometUiCardPicker extends LitElement {
  static override styles = [tokens, host, fields, notices, brandMarks, styles];

  @property({ attribute: false }) cards: readonly StoredCard[] = [];
  @property({ attribute: 'location-id' }) locationId = '';
  /** `YYYY-MM-DD`, tells which cards have expired. */
  @property() today = '';
  /** Whether the session may put a card into the vault. */
  @property({ type: Boolean, attribute: 'may-save' }) maySave = false;
  /** The card that was declined a moment ago is not offered first again. */
  @property({ attribute: 'declined-card-id' }) declinedCardId = '';
  @state() private picked: string | undefined;
  @query('komet-ui-new-card') private newCard!: KometUiNewCard | null;

  #text = new Localize(this, cardTexts);

  /** The card that pays as things stand: `new`, or a stored card's id. */
  get choice(): string {
    const { cards, picked } = this;
    if (picked && (picked === 'new' || cards.some((card) => card.id === picked))) return picked;
    return (cards.find((card) => card.primary) ?? cards[0])?.id ?? 'new';
  }

  /** Picks the nth stored card, counted from 1; one more than there are is the new card. */
  pick(position: number) {
    const ids = [...this.cards.map((card) => card.id), 'new'];
    const id = ids[position - 1];
    if (!id) return;
    this.picked = id;
    void this.updateComplete.then(() => this.focus());
  }

  override focus() {
    this.renderRoot.querySelector<HTMLElement>('input[name=card]:checked, komet-ui-new-card')?.focus();
  }

  /** Forgets what was picked and typed. */
  reset() {
    this.picked = undefined;
    this.newCard?.reset();
  }

  /** What is to be charged; a new card is turned into the processor's token first. Rejects when the card can't be used. */
  async source(): Promise<PaymentSource> {
    const { choice, newCard } = this;
    if (choice !== 'new') return { cardId: choice };
    if (!newCard || !('source' in newCard)) throw clientError('card-frame-unavailable');
    return newCard.source();
  }

  override render() {
    const { cards, choice } = this;
    return html`${cards.length > 0 ? this.#options(cards, choice) : nothing}
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
    later(() => import('./new-card.js'));
    return html`<komet-ui-new-card location-id=${this.locationId} ?may-save=${this.maySave}></komet-ui-new-card>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-card-picker': KometUiCardPicker;
  }
}
