import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Localize } from '../../controllers/localize.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { element } from '../../define.js';
import { cardVaultTexts } from '../../locales/card-vault/catalogue.js';
import { paymentTexts } from '../../locales/payment/catalogue.js';
import { screen } from '../../styles/screen.js';
import { widget } from '../../styles/widget.js';
import { EnvironmentStrip } from '../ui/environment-strip.js';
import { keepTyping } from '../ui/key-guard.js';
import { later } from '../ui/later.js';
import { Online } from '../ui/online.js';
import { Patience } from '../ui/patience.js';
import { blockedPanel, loadingPanel, staleNotice } from '../ui/payment/blocked-panel.js';
import { blockedOf } from '../ui/payment/blocked.js';
import { Watch } from '../ui/watch.js';
import { styles } from './card-vault.styles.js';
import { cardList } from './parts/card-list.js';
import { addStop, type ManageConditions } from './parts/manage-stop.js';
import { openRequests, requestList } from './parts/request-list.js';
import { loadVault, type Vault } from './parts/vault.js';

/**
 * Manage Credit Cards of a customer: cards kept with the processor, added by a clerk or asked for by e-mail, described, made
 * primary, deleted. Nobody here ever sees a number.
 *
 * Stands inside a `<komet-pay-provider>`. Cards belong to a location; those of others are shown and can't be used.
 *
 * @summary Manages the stored cards of a customer.
 * @fires {CardSavedEvent} komet-card-saved - a card was put into the vault by this tag
 * @fires {CardChangedEvent} komet-card-changed - a card was described anew or made the primary one
 * @fires {CardDeletedEvent} komet-card-deleted - a card was deleted
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-card-vault')
export class KometCardVault extends LitElement {
  static override styles = [...widget, screen, styles];

  /** The customer whose cards they are. */
  @property({ attribute: 'customer-id' }) customerId = '';
  /** Where cards are added; by default the provider's location, then the customer's own. */
  @property({ attribute: 'location-id' }) locationId: string | undefined;
  /** Shows the cards without letting anything be changed. */
  @property({ type: Boolean }) readonly = false;
  @state() private open: 'nothing' | 'add' | 'request' = 'nothing';

  #text = new Localize(this, cardVaultTexts);
  #shared = new Localize(this, paymentTexts);
  #provider = new ProviderController(this);
  #environment = new EnvironmentStrip(this, this.#provider);
  #online = new Online(this);
  #vault = new QueryController(this, {
    provider: this.#provider,
    args: () => this.#args(),
    load: (client, args, signal) => loadVault(client, args, signal),
  });
  #patience = new Patience(this, () => this.#isLoading());

  constructor() {
    super();
    const isNeeded = () => openRequests(this.#vault.data?.requests ?? []).length > 0;
    this.addController(new Watch({ isNeeded, look: () => this.refresh() }));
  }

  /** Reads cards and requests anew. */
  async refresh(): Promise<void> {
    await this.#vault.refresh();
    await this.updateComplete;
  }

  /** Puts the focus on the first thing to do. */
  override focus() {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('customerId') || changed.has('locationId')) this.open = 'nothing';
  }

  override render() {
    return html`${this.#environment.render()}
      <div class="frame" @keydown=${keepTyping} @keypress=${keepTyping} @keyup=${keepTyping}>${this.#body()}</div>`;
  }

  #body() {
    const { data, state } = this.#vault;
    const retry = () => void this.#vault.refresh();
    const loadError = state.status === 'error' ? state.error : undefined;
    const { status: provider, error: sessionError } = this.#provider;
    if (provider === 'ready' && !this.#provider.can('card:read')) return this.#noRight();
    const trouble = { provider, sessionError, mayLook: true, loadError: data ? undefined : loadError };
    const blocked = blockedOf(trouble);
    if (blocked) return blockedPanel(this.#shared, blocked, blocked.kind === 'load-failed' ? retry : undefined);
    if (!data) return loadingPanel(this.#shared, this.#patience.over);
    return html`${loadError ? staleNotice(this.#shared, retry) : nothing} ${this.#view(data)}`;
  }

  #noRight() {
    return html`<section class="center" role="alert">
      <h2>${this.#text.t('vault.noRight')}</h2>
      <p>${this.#text.t('stop.right', { right: 'card:read' })}</p>
    </section>`;
  }

  #view(vault: Vault) {
    const t = this.#text.t;
    const { customer, location, requests } = vault;
    const conditions = this.#conditions(vault);
    const stop = addStop(this.#text, conditions);
    return html`<div class="head">
        <h2>${t('vault.list', { customer: customer.name })}</h2>
        ${location ? html`<span class="muted">${location.name}</span>` : nothing}
        <div class="acts">${this.#requester(stop)} ${this.#opener('add', t('vault.addNew'), stop)}</div>
      </div>
      ${stop ? html`<p id="stop" class="notice" role="note">${stop}</p>` : nothing}
      ${this.open === 'add' && !stop ? this.#adding(vault) : nothing}
      ${this.open === 'request' && !stop ? this.#requesting(vault) : nothing}
      ${cardList(this.#text, { vault, conditions, refresh: this.#refresh })}
      ${requestList(this.#text, { requests, locationId: location?.id, conditions, refresh: this.#refresh })}`;
  }

  /** Customers add their cards themselves; they are asked for none. */
  #requester(stop: string | undefined) {
    if (this.#provider.session?.actor.kind === 'portal') return nothing;
    return this.#opener('request', this.#text.t('vault.request'), stop);
  }

  #opener(what: 'add' | 'request', name: string, stop: string | undefined) {
    return html`<button
      type="button"
      id=${what}
      class=${what === 'add' ? 'primary' : ''}
      aria-disabled=${stop ? 'true' : 'false'}
      aria-describedby=${stop ? 'stop' : nothing}
      aria-expanded=${this.open === what ? 'true' : 'false'}
      @click=${stop ? undefined : () => (this.open = what)}
    >
      ${name}
    </button>`;
  }

  #adding({ customer, location }: Vault) {
    later(() => import('./parts/add-card.js'));
    return html`<komet-ui-add-card
      customer-id=${customer.id}
      location-id=${location?.id ?? ''}
      @close=${this.#close}
      @komet-card-saved=${this.#refresh}
    ></komet-ui-add-card>`;
  }

  #requesting({ customer, location }: Vault) {
    later(() => import('./parts/request-window.js'));
    return html`<komet-ui-request-window
      customer-id=${customer.id}
      location-id=${location?.id ?? ''}
      email=${customer.email ?? ''}
      @close=${this.#close}
      @change=${this.#refresh}
    ></komet-ui-request-window>`;
  }

  #conditions({ location }: Vault): ManageConditions {
    const permissions = this.#provider.session?.permissions ?? [];
    return { readonly: this.readonly, online: this.#online.value, permissions, location };
  }

  #args() {
    if (!this.customerId || !this.#provider.can('card:read')) return undefined;
    return [this.customerId, this.locationId ?? this.#provider.locationId] as const;
  }

  #isLoading(): boolean {
    return this.#provider.status === 'loading' || this.#vault.state.status === 'loading';
  }

  #refresh = () => {
    void this.refresh();
  };

  #close = async () => {
    const opener = this.open;
    this.open = 'nothing';
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${opener}`)?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-card-vault': KometCardVault;
  }
}
