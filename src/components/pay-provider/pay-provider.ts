import { LitElement, html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { Provision } from '../../context/provision.js';
import { AnnounceEvent, type Urgency } from '../../controllers/announce-event.js';
import { askForToken, type TokenWays } from '../../controllers/ask-for-token.js';
import { tellOfSession } from '../../controllers/configure.js';
import { element } from '../../define.js';
import type { Message } from '../../locales/catalogue.js';
import { LiveRegion } from './live-region.js';
import { styles } from './pay-provider.styles.js';

/**
 * Shows nothing itself: opens the session of the page's user and gives it, with the location, the language and the looks, to
 * every widget inside.
 *
 * The token comes from `getToken`, else from `session-url`, else from whoever answers `komet-token-request`.
 *
 * @summary Connects the payment widgets inside it to the payment service.
 * @fires {TokenRequestEvent} komet-token-request - a session token is needed: call `detail.respond(token)` with it or a promise of it
 * @fires {SessionReadyEvent} komet-session-ready - the session is open; again after every renewal
 * @fires {PayErrorEvent} komet-error - the session could not be opened
 * @slot - the widgets, and anything else of the page
 */
@element('komet-pay-provider')
export class KometPayProvider extends LitElement {
  static override styles = styles;

  /** Where the payment service is, e.g. `/komet-pay` on the page's own origin. */
  @property({ attribute: 'api-base' }) apiBase: string | undefined;
  /** An address of the page's own server that answers a POST with `{token, expiresAt}`. */
  @property({ attribute: 'session-url' }) sessionUrl: string | undefined;
  /** The location of widgets that name none. */
  @property({ attribute: 'location-id' }) locationId: string | undefined;
  /** Language of the texts, e.g. `en` or `es`; the page's own when left out. */
  @property() locale: string | undefined;
  /** How amounts and dates are written, e.g. `es-CO`; `en-US` or `es-US` when left out. */
  @property({ attribute: 'format-locale' }) formatLocale: string | undefined;
  /** How days are written, of `YYYY`, `MM` and `DD`, e.g. `MM/DD/YYYY`. */
  @property({ attribute: 'date-pattern' }) datePattern: string | undefined;
  /** Colours; with `auto` they follow the page's own colour scheme. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | 'high-contrast' = 'auto';
  /** How tight everything stands; `touch` makes room for fingers. */
  @property({ reflect: true }) density: 'compact' | 'regular' | 'touch' = 'regular';
  /** Gives a session token of the page's user, or `{token, expiresAt}`. Asked again whenever one ends. */
  @property({ attribute: false }) getToken: TokenWays['getToken'];
  /** Texts of the page's own, by key; they win over ours. */
  @property({ attribute: false }) messages: Readonly<Record<string, Message>> | undefined;

  #provision = new Provision(this, (state) => tellOfSession(this, state));
  #said = new LiveRegion(this);
  #isOpened = false;

  constructor() {
    super();
    this.addEventListener(AnnounceEvent.type, (event) => this.#onAnnounce(event));
  }

  /** Opens the session anew, e.g. after the user has signed in again. Resolves once it is open or has failed. */
  async refresh(): Promise<void> {
    const { apiBase } = this;
    await this.#provision.open({ apiBase, askForToken: () => askForToken(this, this) });
  }

  /** Says a text to users of a screen reader. */
  announce(text: string, urgency: Urgency = 'polite'): void {
    this.#said.say(text, urgency);
  }

  override connectedCallback() {
    super.connectedCallback();
    void this.#provision.resume();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#provision.pause();
  }

  override willUpdate(changed: PropertyValues<this>) {
    const language = ['locale', 'formatLocale', 'datePattern', 'messages'] as const;
    if (!this.hasUpdated || language.some((name) => changed.has(name))) this.#speak();
    if (changed.has('locationId')) this.#provision.workAt(this.locationId);
  }

  /** Here and not earlier, so that a script which makes the element has set its properties. */
  override updated(changed: PropertyValues<this>) {
    const ways = ['apiBase', 'sessionUrl', 'getToken'] as const;
    if (this.#isOpened && !ways.some((name) => changed.has(name))) return;
    this.#isOpened = true;
    void this.refresh();
  }

  override render() {
    return html`<slot></slot>${this.#said.render()}`;
  }

  #speak() {
    const { formatLocale, datePattern, messages } = this;
    const locale = this.locale ?? document.documentElement.lang;
    this.#provision.speak({ locale, formatLocale, datePattern, messages });
  }

  #onAnnounce(event: Event) {
    if (!(event instanceof AnnounceEvent)) return;
    event.stopPropagation();
    this.announce(event.text, event.urgency);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-pay-provider': KometPayProvider;
  }
}
