import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { StoredCard } from '../../../contract/card.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { WriteController } from '../../../controllers/write.js';
import { element } from '../../../define.js';
import { CardChangedEvent, CardDeletedEvent } from '../../../events.js';
import { cardVaultTexts } from '../../../locales/card-vault/catalogue.js';
import { changeCard, deleteCard } from '../../../services/cards.js';
import type { PayError } from '../../../services/pay-error.js';
import { listRow } from '../../../styles/list-row.js';
import { widget } from '../../../styles/widget.js';
import { brandMarks } from '../../ui/card-picker/brand-mark.styles.js';
import { BRAND_NAMES, brandMark } from '../../ui/card-picker/stored-card-option.js';
import '../../ui/failure-notice.js';
import { expiryTag } from './card-tag.js';
import { cardName } from './vault.js';
import { styles } from './vault-card.styles.js';

type Change = { readonly description: string } | { readonly primary: true };

/** Why nothing can be changed, or nothing deleted, in a sentence each. */
export interface CardStops {
  readonly change: string | undefined;
  readonly remove: string | undefined;
}

/** One kept card: its description edited in place, made the primary one, deleted. */
@element('komet-ui-vault-card')
export class KometUiVaultCard extends LitElement {
  static override styles = [...widget, brandMarks, listRow, styles];

  @property({ attribute: false }) card!: StoredCard;
  @property({ attribute: false }) stops: CardStops = { change: undefined, remove: undefined };
  /** Why it can't be used here at all: it belongs to another location. */
  @property({ attribute: false }) elsewhere: string | undefined;
  /** `YYYY-MM-DD` */
  @property() today = '';
  @state() private mode: 'shown' | 'editing' | 'deleting' = 'shown';
  @query('#description') private input!: HTMLInputElement | null;

  #text = new Localize(this, cardVaultTexts);
  #provider = new ProviderController(this);
  #change = new WriteController<Change, StoredCard>(this, {
    provider: this.#provider,
    slot: () => undefined,
    send: (client, change, options) => changeCard(client)(this.card.id, change, options),
  });
  #remove = new WriteController<string, void>(this, {
    provider: this.#provider,
    slot: () => `delete-card:${this.card.id}`,
    send: (client, cardId, options) => deleteCard(client)(cardId, options),
  });

  override focus() {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  override render() {
    return html`<div class=${this.elsewhere ? 'card elsewhere' : 'card'}>
        ${brandMark(this.card.brand)}
        <div class="what">${this.#name()} ${this.#description()}</div>
        <div class="facts">${expiryTag(this.#text, this.card, this.today)}</div>
        ${this.elsewhere ? nothing : this.#acts()}
      </div>
      ${this.mode === 'deleting' ? this.#question() : nothing} ${this.#trouble()}`;
  }

  #name() {
    const { card } = this;
    return html`<p>
      <span class="visually-hidden">${BRAND_NAMES[card.brand]}</span>
      <strong>•••• ${card.last4}</strong>
      ${card.primary ? html`<span class="tag success">${this.#text.t('vault.primary')}</span>` : nothing}
    </p>`;
  }

  #description() {
    const t = this.#text.t;
    const { card, stops, elsewhere } = this;
    if (elsewhere) return html`<p class="muted">${card.description} ${elsewhere}</p>`;
    if (stops.change) return html`<p class="muted">${card.description}</p>`;
    if (this.mode !== 'editing') {
      const description = card.description || t('vault.noDescription');
      return html`<button
        type="button"
        class="link describe"
        aria-label=${t('vault.describe', { card: cardName(card), description: card.description })}
        @click=${this.#edit}
      >
        ${description}
      </button>`;
    }
    return html`<input
        id="description"
        maxlength="60"
        aria-label=${t('vault.descriptionOf', { card: cardName(card) })}
        aria-describedby="hint"
        .value=${card.description}
        @keydown=${this.#onKeyDown}
      />
      <p id="hint" class="hint">${t('vault.descriptionHint')}</p>`;
  }

  #acts() {
    const t = this.#text.t;
    const { card, stops } = this;
    const name = cardName(card);
    return html`<div class="acts">
      ${
        card.primary
          ? nothing
          : this.#act('primary', t('vault.makePrimary'), t('vault.makePrimaryOf', { card: name }), stops.change)
      }
      ${this.#act('delete', '✕', t('vault.delete', { card: name }), stops.remove)}
    </div>`;
  }

  #act(id: 'primary' | 'delete', shown: string, name: string, stop: string | undefined) {
    const act = id === 'primary' ? () => void this.#write({ primary: true }) : () => this.#ask();
    return html`<button
        type="button"
        id=${id}
        class="quiet"
        aria-label=${name}
        title=${stop ?? name}
        aria-disabled=${stop || this.#isBusy() ? 'true' : 'false'}
        aria-describedby=${stop ? `${id}-stop` : nothing}
        @click=${stop || this.#isBusy() ? undefined : act}
      >
        ${shown}
      </button>
      <span id="${id}-stop" hidden>${stop}</span>`;
  }

  #question() {
    const t = this.#text.t;
    const { card } = this;
    return html`<div
      class="notice warning"
      role="group"
      aria-labelledby="question"
      tabindex="-1"
      @keydown=${this.#onKeyDown}
    >
      <p class="text" id="question">
        ${t('vault.deleteQuestion', { card: cardName(card) })} ${card.primary ? t('vault.deletePrimary') : nothing}
      </p>
      <button type="button" class="primary" aria-disabled=${this.#isBusy() ? 'true' : 'false'} @click=${this.#delete}>
        ${t('vault.yesDelete')}
      </button>
      <button type="button" @click=${this.#show}>${t('vault.keep')}</button>
    </div>`;
  }

  #trouble() {
    const [change, remove] = [this.#change.state, this.#remove.state];
    if (change.status === 'unknown' || remove.status === 'unknown')
      return html`<p class="notice warning" role="status">${this.#text.t('vault.unknown')}</p>`;
    if (change.status === 'failed') return this.#failure('vault.notChanged', change.error);
    return remove.status === 'failed' ? this.#failure('vault.notDeleted', remove.error) : nothing;
  }

  #failure(heading: 'vault.notChanged' | 'vault.notDeleted', error: PayError) {
    return html`<komet-ui-failure-notice heading=${this.#text.t(heading)} .error=${error}></komet-ui-failure-notice>`;
  }

  #isBusy(): boolean {
    const busy = ['running', 'unknown'];
    return busy.includes(this.#change.state.status) || busy.includes(this.#remove.state.status);
  }

  async #edit() {
    this.mode = 'editing';
    await this.updateComplete;
    this.input?.select();
  }

  async #ask() {
    this.mode = 'deleting';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[role=group]')?.focus();
  }

  #show = async () => {
    const opener = this.mode === 'deleting' ? '#delete' : '.describe';
    this.mode = 'shown';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(opener)?.focus();
  };

  /** Escape goes no further: a host page would close its own window with it. */
  #onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      void this.#show();
    }
    if (event.key !== 'Enter' || !this.input) return;
    event.preventDefault();
    const description = this.input.value.trim();
    if (description === this.card.description) void this.#show();
    else void this.#write({ description });
  }

  async #write(change: Change) {
    const state = await this.#change.run(change);
    if (state.status !== 'done') return;
    this.card = state.value;
    await this.#show();
    this.#provider.announce(this.#text.t('vault.changed', { card: cardName(this.card) }));
    this.dispatchEvent(new CardChangedEvent(this.#detail()));
  }

  async #delete() {
    if (this.#isBusy()) return;
    const state = await this.#remove.run(this.card.id);
    if (state.status !== 'done') return;
    this.#provider.announce(this.#text.t('vault.deleted', { card: cardName(this.card) }));
    this.dispatchEvent(new CardDeletedEvent(this.#detail()));
  }

  #detail() {
    const { id: cardId, customerId, locationId } = this.card;
    return { cardId, customerId, locationId };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-vault-card': KometUiVaultCard;
  }
}
