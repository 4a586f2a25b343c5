import { LitElement, html, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { LinkProvision } from '../../context/link-provision.js';
import { element } from '../../define.js';
import { styles } from './card-request-form.styles.js';
import './parts/requested-card.js';

/**
 * The form behind the link of a card request: a customer types a card into the processor's form and consents to its being kept.
 * Nobody in the company sees the number.
 *
 * Needs no provider and no session: the link's token is all its holder shows. It works once and for eight hours.
 *
 * @summary Takes the card a customer was asked for by e-mail.
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-card-request-form')
export class KometCardRequestForm extends LitElement {
  static override styles = styles;

  /** The token at the end of the link. */
  @property() token = '';
  /** Where the payment service is, e.g. `/komet-pay` on the page's own origin. */
  @property({ attribute: 'api-base' }) apiBase = '';
  /** Language of the texts, `en` or `es`; the page's own when left out. */
  @property() locale: string | undefined;

  #provision = new LinkProvision(this);

  override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('token') || changed.has('apiBase')) this.#provision.open(this.apiBase, this.token);
    this.#provision.speak({ locale: this.locale ?? document.documentElement.lang });
  }

  override render() {
    return html`<komet-ui-requested-card .token=${this.token}></komet-ui-requested-card>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-card-request-form': KometCardRequestForm;
  }
}
