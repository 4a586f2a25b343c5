import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { CardCreation, StoredCard } from '../../../contract/card.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { WriteController } from '../../../controllers/write.js';
import { element } from '../../../define.js';
import { CardSavedEvent } from '../../../events.js';
import { cardVaultTexts } from '../../../locales/card-vault/catalogue.js';
import { storeCard } from '../../../services/cards.js';
import { PayError } from '../../../services/pay-error.js';
import { widget } from '../../../styles/widget.js';
import '../../ui/failure-notice.js';
import '../../ui/kept-card/kept-card.js';
import type { KometUiKeptCard } from '../../ui/kept-card/kept-card.js';
import { cardName } from './vault.js';
import { styles } from './add-card.styles.js';

/**
 * `Add New`: a card typed into the processor's form, and `Save Card`.
 *
 * @fires {Event} close - nothing more is to be added; does not bubble
 */
@element('komet-ui-add-card')
export class KometUiAddCard extends LitElement {
  static override styles = [...widget, styles];

  @property({ attribute: 'customer-id' }) customerId = '';
  @property({ attribute: 'location-id' }) locationId = '';
  @state() private isTokenizing = false;
  /** Why the form gave no token. */
  @state() private fault: PayError | undefined;
  @query('komet-ui-kept-card') private form!: KometUiKeptCard;

  #text = new Localize(this, cardVaultTexts);
  #provider = new ProviderController(this);
  #write = new WriteController<CardCreation, StoredCard>(this, {
    provider: this.#provider,
    slot: () => undefined,
    send: (client, creation, options) => storeCard(client)(this.customerId, creation, options),
  });

  override firstUpdated() {
    this.form.focus();
  }

  override render() {
    const t = this.#text.t;
    const { state } = this.#write;
    const error = this.fault ?? (state.status === 'failed' ? state.error : undefined);
    return html`<form novalidate @submit=${this.#onSubmit}>
      <h3>${t('vault.addNew')}</h3>
      <komet-ui-kept-card location-id=${this.locationId} consent=${t('vault.consent')}></komet-ui-kept-card>
      ${error ? html`<komet-ui-failure-notice heading=${t('vault.notSaved')} .error=${error}></komet-ui-failure-notice>` : nothing}
      ${state.status === 'unknown' ? html`<p class="notice warning" role="status">${t('vault.unknown')}</p>` : nothing}
      <div class="acts">
        <button type="submit" class="primary" aria-disabled=${this.#isBusy() ? 'true' : 'false'}>
          ${this.#isBusy() ? t('vault.saving') : t('vault.saveCard')}
        </button>
        ${this.#isBusy() ? nothing : html`<button type="button" @click=${this.#close}>${t('vault.cancel')}</button>`}
      </div>
    </form>`;
  }

  #isBusy(): boolean {
    const { status } = this.#write.state;
    return this.isTokenizing || status === 'running' || status === 'unknown';
  }

  #close() {
    this.dispatchEvent(new Event('close'));
  }

  async #onSubmit(event: Event) {
    event.preventDefault();
    if (this.#isBusy()) return;
    this.fault = undefined;
    this.#write.reset();
    const card = await this.#tokenize();
    if (!card) return;
    const state = await this.#write.run({ locationId: this.locationId, ...card });
    if (state.status !== 'done') return;
    const { id: cardId, customerId, locationId } = state.value;
    this.#provider.announce(this.#text.t('vault.saved', { card: cardName(state.value) }));
    this.dispatchEvent(new CardSavedEvent({ cardId, customerId, locationId }));
    this.#close();
  }

  async #tokenize() {
    this.isTokenizing = true;
    try {
      return await this.form.card();
    } catch (error) {
      if (!(error instanceof PayError)) throw error;
      this.fault = error;
      return undefined;
    } finally {
      this.isTokenizing = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-add-card': KometUiAddCard;
  }
}
