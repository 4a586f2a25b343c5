import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { CardRequestLink, RequestedCard, RequestedCardSaved } from '../../../contract/card-request.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { QueryController } from '../../../controllers/query.js';
import { WriteController } from '../../../controllers/write.js';
import { element } from '../../../define.js';
import { cardRequestFormTexts } from '../../../locales/card-request-form/catalogue.js';
import { readCardRequestLink, submitCardRequestLink } from '../../../services/card-request-links.js';
import { PayError } from '../../../services/pay-error.js';
import { widget } from '../../../styles/widget.js';
import { BRAND_NAMES } from '../../ui/card-picker/stored-card-option.js';
import '../../ui/failure-notice.js';
import '../../ui/kept-card/kept-card.js';
import type { KometUiKeptCard } from '../../ui/kept-card/kept-card.js';
import { Patience } from '../../ui/patience.js';
import { styles } from './requested-card.styles.js';

type OpenLink = Extract<CardRequestLink, { state: 'open' }>;

const MINUTE = 60_000;

/** What stands behind a link, whatever became of it: the form, its confirmation, or why there is none. */
@element('komet-ui-requested-card')
export class KometUiRequestedCard extends LitElement {
  static override styles = [...widget, styles];

  @property() token = '';
  @state() private isTokenizing = false;
  /** Why the processor's form gave no token. */
  @state() private fault: PayError | undefined;
  @query('komet-ui-kept-card') private form!: KometUiKeptCard | null;

  #text = new Localize(this, cardRequestFormTexts);
  #provider = new ProviderController(this);
  #link = new QueryController(this, {
    provider: this.#provider,
    args: () => [this.token] as const,
    load: (client, [token], signal) => readCardRequestLink(client)(token, { signal }),
  });
  #write = new WriteController<RequestedCard, RequestedCardSaved>(this, {
    provider: this.#provider,
    slot: () => undefined,
    send: (client, card, options) => submitCardRequestLink(client)(this.token, card, options),
  });
  #patience = new Patience(this, () => this.#link.state.status === 'loading');

  override updated() {
    this.renderRoot.querySelector<HTMLElement>('#done')?.focus();
  }

  override render() {
    const { data, state } = this.#link;
    const { state: write } = this.#write;
    if (write.status === 'done') return this.#done(write.value);
    if (!data) return state.status === 'error' ? this.#loadFailed(state.error) : this.#loading();
    return data.state === 'open' ? this.#open(data) : this.#over(data.state);
  }

  #loading() {
    const t = this.#text.t;
    return html`<section aria-busy="true">
      <p role="status">${t(this.#patience.over ? 'form.slow' : 'form.loading')}</p>
      <span class="bone" aria-hidden="true"></span>
    </section>`;
  }

  #loadFailed(error: PayError) {
    const t = this.#text.t;
    return html`<section>
      <komet-ui-failure-notice heading=${t('form.loadFailed')} .error=${error}></komet-ui-failure-notice>
      <button type="button" @click=${() => void this.#link.refresh()}>${t('form.retry')}</button>
    </section>`;
  }

  #done({ brand, last4 }: RequestedCardSaved) {
    const t = this.#text.t;
    return html`<section id="done" role="status" tabindex="-1">
      <h1>${t('done.title')}</h1>
      <p>${t('done.text', { card: `${BRAND_NAMES[brand]} •••• ${last4}`.trim() })}</p>
    </section>`;
  }

  #over(state: Exclude<CardRequestLink['state'], 'open'>) {
    return html`<section role="alert">
      <h1>${this.#text.t(`${state}.title`)}</h1>
      <p>${this.#text.t(`${state}.text`)}</p>
    </section>`;
  }

  #open({ companyName: company, expiresAt }: OpenLink) {
    const t = this.#text.t;
    return html`<form novalidate @submit=${this.#onSubmit}>
      <h1>${t('form.title', { company })}</h1>
      <p>${t('form.secured', { company })}</p>
      <p class="muted">${t('form.left', timeLeft(expiresAt))}</p>
      <komet-ui-kept-card location-id="link" consent=${t('form.consent', { company })}></komet-ui-kept-card>
      ${this.#trouble()}
      <button type="submit" class="primary" aria-disabled=${this.#isBusy() ? 'true' : 'false'}>
        ${t(this.#isBusy() ? 'form.saving' : 'form.save')}
      </button>
    </form>`;
  }

  #trouble() {
    const { state } = this.#write;
    if (state.status === 'unknown')
      return html`<p class="notice warning" role="status">${this.#text.t('form.unknown')}</p>`;
    const error = this.fault ?? (state.status === 'failed' ? state.error : undefined);
    if (!error) return nothing;
    const heading = this.#text.t('form.failed');
    return html`<komet-ui-failure-notice heading=${heading} .error=${error}></komet-ui-failure-notice>`;
  }

  #isBusy(): boolean {
    const { status } = this.#write.state;
    return this.isTokenizing || status === 'running' || status === 'unknown';
  }

  async #onSubmit(event: Event) {
    event.preventDefault();
    if (this.#isBusy()) return;
    this.fault = undefined;
    this.#write.reset();
    const card = await this.#tokenize();
    if (!card) return;
    const state = await this.#write.run({ ...card, consent: true });
    // Another window was quicker, or the link has ended meanwhile.
    if (state.status === 'failed' && state.error.code === 'not-found') await this.#link.refresh();
  }

  async #tokenize() {
    this.isTokenizing = true;
    try {
      return await this.form?.card();
    } catch (error) {
      if (!(error instanceof PayError)) throw error;
      this.fault = error;
      return undefined;
    } finally {
      this.isTokenizing = false;
    }
  }
}

function timeLeft(expiresAt: string) {
  const minutes = Math.max(0, Math.ceil((Date.parse(expiresAt) - Date.now()) / MINUTE));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-requested-card': KometUiRequestedCard;
  }
}
