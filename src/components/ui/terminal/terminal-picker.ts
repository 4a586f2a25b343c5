import { LitElement, css, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { PaymentSource } from '../../../contract/payment.js';
import type { Terminal } from '../../../contract/terminal.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { QueryController } from '../../../controllers/query.js';
import { element } from '../../../define.js';
import { terminalTexts } from '../../../locales/terminal/catalogue.js';
import { PayError } from '../../../services/pay-error.js';
import { listTerminals } from '../../../services/terminals.js';
import { buttons } from '../../../styles/buttons.js';
import { fields } from '../../../styles/fields.js';
import { host } from '../../../styles/host.js';
import { notices } from '../../../styles/notices.js';
import { tokens } from '../../../styles/tokens.js';
import { rememberedTerminal, rememberTerminal } from './terminal-memory.js';

const styles = css`
  :host {
    display: grid;
    gap: var(--_gap);
  }
  select {
    inline-size: 100%;
  }
`;

/** Which terminal of the location asks for the card (rule R-11): the one used last is chosen to begin with. */
@element('komet-ui-terminal-picker')
export class KometUiTerminalPicker extends LitElement {
  static override styles = [tokens, host, buttons, fields, notices, styles];

  @property({ attribute: 'location-id' }) locationId = '';
  @state() private picked: string | undefined;
  @query('select') private select!: HTMLSelectElement | null;

  #text = new Localize(this, terminalTexts);
  #terminals = new QueryController(this, {
    provider: new ProviderController(this),
    args: () => (this.locationId ? ([this.locationId] as const) : undefined),
    load: async (client, [locationId], signal) =>
      (await listTerminals(client)(locationId, { signal })).filter(isUsable),
  });

  /** The terminal to charge at, once the list is there: a clerk may be quicker than it. Rejects when there is none. */
  async source(): Promise<PaymentSource> {
    if (!this.#terminals.data) await this.#terminals.refresh();
    const terminalId = this.#chosen()?.id;
    if (!terminalId) {
      const facts = { moneyMoved: 'no', next: 'stop' } as const;
      throw new PayError({ kind: 'refused', code: 'not-ready-to-charge', ...facts });
    }
    rememberTerminal(this.locationId, terminalId);
    return { terminalId };
  }

  override focus() {
    this.select?.focus();
  }

  override render() {
    const t = this.#text.t;
    const { data, state } = this.#terminals;
    if (state.status === 'error' && !data) {
      return html`<div class="notice warning" role="alert">
        <span class="text">${t('terminal.failed')}</span>
        <button type="button" @click=${() => void this.#terminals.refresh()}>${t('terminal.retry')}</button>
      </div>`;
    }
    if (!data) return html`<p class="muted" role="status">${t('terminal.loading')}</p>`;
    if (data.length === 0) return html`<p class="notice warning" role="status">${t('terminal.none')}</p>`;
    return this.#field(data);
  }

  #field(terminals: readonly Terminal[]) {
    const chosen = this.#chosen()?.id;
    return html`<div class="field">
      <label for="terminal">${this.#text.t('terminal.legend')}</label>
      <select id="terminal" @change=${(event: Event) => (this.picked = (event.target as HTMLSelectElement).value)}>
        ${terminals.map(
          ({ id, name, serial }) =>
            html`<option value=${id} .selected=${id === chosen}>${name}${serial ? ` · ${serial}` : nothing}</option>`,
        )}
      </select>
    </div>`;
  }

  #chosen(): Terminal | undefined {
    const terminals = this.#terminals.data ?? [];
    const wanted = [this.picked, rememberedTerminal(this.locationId)];
    return wanted.flatMap((id) => terminals.find((terminal) => terminal.id === id) ?? [])[0] ?? terminals[0];
  }
}

const isUsable = ({ active, keyState }: Terminal): boolean => active && keyState === 'ready';

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-terminal-picker': KometUiTerminalPicker;
  }
}
