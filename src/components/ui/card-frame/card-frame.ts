import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { CardFrameFault } from '../../../contract/card-frame.js';
import type { CardFrameTicket } from '../../../contract/card.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { element } from '../../../define.js';
import { cardFrameTexts } from '../../../locales/card-frame/catalogue.js';
import type { PayClient } from '../../../services/call.js';
import { openCardFrame } from '../../../services/cards.js';
import { clientError, PayError } from '../../../services/pay-error.js';
import { buttons } from '../../../styles/buttons.js';
import { host } from '../../../styles/host.js';
import { loading } from '../../../styles/loading.js';
import { notices } from '../../../styles/notices.js';
import { tokens } from '../../../styles/tokens.js';
import { styles } from './card-frame.styles.js';
import { FrameLink, type TypedCard } from './frame-link.js';

type FrameState =
  | { readonly status: 'loading'; readonly ticket?: CardFrameTicket }
  | { readonly status: 'ready'; readonly ticket: CardFrameTicket }
  | { readonly status: 'failed'; readonly ticket?: undefined };

/** What the frame may do. The property takes text, which its type doesn't tell. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms' as never;

/**
 * The processor's card form, in a frame of its own origin: what is typed there never reaches this page. Gets a one-time
 * address for every load, so that it comes back by itself when it is moved in the page.
 *
 * @fires {Event} change - `complete` has changed; does not bubble
 */
@element('komet-ui-card-frame')
export class KometUiCardFrame extends LitElement {
  static override styles = [tokens, host, buttons, loading, notices, styles];

  /** Whose processor account takes the card. Another one empties the form. */
  @property({ attribute: 'location-id' }) locationId = '';
  /** How long the form may take to come, in milliseconds. */
  @property({ attribute: false }) patienceMs = 15_000;
  @state() private frame: FrameState = { status: 'loading' };
  @state() private faults: readonly CardFrameFault[] = [];
  @state() private height = 0;
  @query('iframe') private iframe!: HTMLIFrameElement | null;

  #text = new Localize(this, cardFrameTexts);
  #provider = new ProviderController(this);
  #opening: AbortController | undefined;
  #openFor: string | undefined;
  #link: FrameLink | undefined;
  #complete = false;
  #isAwaited = false;

  /** Whether the form knows of no fault in what is typed. It judges a field when it is left. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Turns what is typed into a token. Rejects with a PayError; nothing is charged by it. */
  async tokenize(): Promise<TypedCard> {
    if (!this.#link || this.frame.status !== 'ready') throw clientError('card-frame-unavailable');
    return this.#link.tokenize();
  }

  /** Empties the form. */
  async reset(): Promise<void> {
    this.#judge([], false);
    this.#link?.reset();
    await this.updateComplete;
  }

  /** Puts the focus into the form, as soon as it is there. */
  override focus() {
    this.#isAwaited = this.frame.status === 'loading';
    this.renderRoot.querySelector<HTMLElement>('iframe:not(.waiting), button')?.focus();
    if (this.frame.status === 'ready') this.#link?.focus();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#close();
    this.#openFor = undefined;
    this.frame = { status: 'loading' };
  }

  override willUpdate() {
    const { client } = this.#provider;
    if (!this.isConnected || !client || !this.locationId || this.locationId === this.#openFor) return;
    this.#openFor = this.locationId;
    void this.#open(client);
  }

  override updated() {
    if (this.iframe) this.iframe.style.blockSize = `${this.height}px`;
    if (this.frame.status === 'ready' && this.#isAwaited) this.focus();
  }

  override render() {
    const { frame } = this;
    if (frame.status === 'failed') return this.#failed();
    return html`${frame.status === 'loading' ? this.#skeleton() : nothing}
      ${frame.ticket ? this.#frameOf(frame.ticket, frame.status === 'ready') : nothing}
      <div class="faults" role="status">
        ${this.faults.map((fault) => html`<p>${this.#text.t(`fault.${fault}`)}</p>`)}
      </div>`;
  }

  #skeleton() {
    return html`<div class="waiting-for-form" aria-busy="true">
      <p class="muted" role="status">${this.#text.t('frame.loading')}</p>
      <span class="bone" aria-hidden="true"></span>
    </div>`;
  }

  #frameOf({ url }: CardFrameTicket, isReady: boolean) {
    return keyed(
      url,
      html`<iframe
        class=${isReady ? '' : 'waiting'}
        title=${this.#text.t('frame.title')}
        .sandbox=${SANDBOX}
        referrerpolicy="no-referrer"
        src=${url}
        @load=${this.#onLoad}
      ></iframe>`,
    );
  }

  #failed() {
    return html`<div class="notice danger" role="alert">
      <span class="text">${this.#text.t('frame.failed')}</span>
      <button type="button" @click=${this.#onRetry}>${this.#text.t('frame.retry')}</button>
    </div>`;
  }

  #onRetry() {
    this.#isAwaited = true;
    this.#openFor = undefined;
    this.requestUpdate();
  }

  /** A frame that loads again has lost the port, and with it everything typed: it is opened anew. */
  #onLoad() {
    const { ticket } = this.frame;
    const target = this.iframe?.contentWindow;
    if (this.#link) this.#fail();
    else if (target && ticket) this.#link = this.#connect(target, ticket);
  }

  #connect(target: Window, ticket: CardFrameTicket): FrameLink {
    const news = {
      ready: () => {
        this.#opening?.abort();
        this.frame = { status: 'ready', ticket };
      },
      judged: (faults: readonly CardFrameFault[], complete: boolean) => this.#judge(faults, complete),
      resized: (height: number) => (this.height = height),
      failed: () => this.#fail(),
    };
    return new FrameLink({ target, origin: ticket.origin, news });
  }

  /** An address that grew old on the way, e.g. while the machine slept, is renewed once. */
  async #open(client: PayClient, isRenewed = false): Promise<void> {
    this.#close();
    this.frame = { status: 'loading' };
    const { signal } = (this.#opening = new AbortController());
    const late = setTimeout(() => {
      if (isRenewed || !isOld(this.frame.ticket)) this.#fail();
      else void this.#open(client, true);
    }, this.patienceMs);
    signal.addEventListener('abort', () => clearTimeout(late));
    const { colorScheme } = getComputedStyle(this);
    const request = { locationId: this.locationId, locale: this.#text.locale, colorScheme: usedScheme(colorScheme) };
    try {
      const ticket = await openCardFrame(client)(request, { signal });
      if (!signal.aborted) this.frame = { status: 'loading', ticket };
    } catch (error) {
      if (signal.aborted) return;
      this.#fail();
      if (!(error instanceof PayError)) throw error;
    }
  }

  #fail() {
    this.#close();
    this.frame = { status: 'failed' };
  }

  #close() {
    this.#opening?.abort();
    this.#link?.close();
    this.#link = undefined;
    this.height = 0;
    this.#judge([], false);
  }

  #judge(faults: readonly CardFrameFault[], complete: boolean) {
    this.faults = faults;
    if (complete === this.#complete) return;
    this.#complete = complete;
    this.dispatchEvent(new Event('change'));
  }
}

const isOld = (ticket?: CardFrameTicket): boolean => !!ticket && Date.parse(ticket.expiresAt) <= Date.now();

/** Which of `color-scheme`'s values the browser paints with. */
function usedScheme(computed: string): 'light' | 'dark' {
  if (!computed.includes('dark')) return 'light';
  const either = computed.includes('light');
  return either && !matchMedia('(prefers-color-scheme: dark)').matches ? 'light' : 'dark';
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-card-frame': KometUiCardFrame;
  }
}
