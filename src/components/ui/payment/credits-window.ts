import { LitElement, html } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { OpenCredit } from '../../../contract/invoice.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { EMPTY_DRAFT, appliedCents, chosenCreditCents, type PaymentDraft } from '../../../domain/payment-draft.js';
import { creditsTexts } from '../../../locales/credits/catalogue.js';
import { fields } from '../../../styles/fields.js';
import { host } from '../../../styles/host.js';
import { notices } from '../../../styles/notices.js';
import { tokens } from '../../../styles/tokens.js';
import '../dialog/dialog.js';
import type { KometUiDialog } from '../dialog/dialog.js';
import { styles } from './credits-window.styles.js';
import { DraftEvent } from './draft-event.js';

/** The `Available Credits` window: choose which open credits pay first. */
@element('komet-ui-credits-window')
export class KometUiCreditsWindow extends LitElement {
  static override styles = [tokens, host, fields, notices, styles];

  @property({ attribute: false }) credits: readonly OpenCredit[] = [];
  @property({ attribute: false }) draft: PaymentDraft = EMPTY_DRAFT;
  @query('komet-ui-dialog') private window!: KometUiDialog;

  #text = new Localize(this, creditsTexts);

  show() {
    this.window.show();
  }

  override render() {
    const t = this.#text.t;
    const chosen = chosenCreditCents(this.draft, this.credits);
    const used = Math.min(chosen, appliedCents(this.draft));
    return html`<komet-ui-dialog heading=${t('credits.title')} close-label=${t('credits.close')}>
      <p class="lead muted">${t('credits.lead')}</p>
      <ul>
        ${this.credits.map((credit) => this.#credit(credit))}
      </ul>
      <p slot="footer" role="status">
        ${t('credits.chosen', { chosen: this.#text.money(chosen), used: this.#text.money(used) })}
      </p>
    </komet-ui-dialog>`;
  }

  #credit(credit: OpenCredit) {
    const held = credit.heldByPaymentId !== undefined;
    return html`<li>
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.draft.creditIds.includes(credit.id)}
          ?disabled=${held}
          @change=${() => this.#toggle(credit.id)}
        />
        <span class="what">
          <span>${this.#text.t(`credits.kind.${credit.kind}`)} ${credit.number}</span>
          <small class="muted">${[this.#text.date(credit.date), credit.reason].filter(Boolean).join(' · ')}</small>
        </span>
        ${held ? html`<span class="tag warning">${this.#text.t('credits.held')}</span>` : ''}
        <span class="amount">${this.#text.money(credit.openCents)}</span>
      </label>
    </li>`;
  }

  #toggle(creditId: string) {
    const { creditIds } = this.draft;
    const chosen = creditIds.includes(creditId) ? creditIds.filter((id) => id !== creditId) : [...creditIds, creditId];
    this.dispatchEvent(new DraftEvent({ ...this.draft, creditIds: chosen }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-credits-window': KometUiCreditsWindow;
  }
}
