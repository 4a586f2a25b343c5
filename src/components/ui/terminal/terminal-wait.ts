import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Payment } from '../../../contract/payment.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { QueryController } from '../../../controllers/query.js';
import { element } from '../../../define.js';
import { terminalTexts } from '../../../locales/terminal/catalogue.js';
import { listTerminals } from '../../../services/terminals.js';
import { host } from '../../../styles/host.js';
import { loading } from '../../../styles/loading.js';
import { tokens } from '../../../styles/tokens.js';

const styles = css`
  section {
    display: grid;
    gap: 10px;
    justify-items: start;
    margin: 0 auto;
    max-inline-size: 460px;
    padding: 40px 0;
  }
  .line {
    align-items: center;
    display: flex;
    gap: 10px;
  }
  .elapsed {
    font-variant-numeric: tabular-nums;
  }
  .muted {
    color: var(--_muted);
  }
`;

/** After so many seconds most customers have paid; then the clerk is told what else can be done. */
const LONG_S = 60;

/** A terminal has the amount on its screen: where, for how long already, and how to cancel, which is done on the device. */
@element('komet-ui-terminal-wait')
export class KometUiTerminalWait extends LitElement {
  static override styles = [tokens, host, loading, styles];

  @property({ attribute: false }) payment!: Payment;
  @state() private now = Date.now();

  #text = new Localize(this, terminalTexts);
  #terminals = new QueryController(this, {
    provider: new ProviderController(this),
    args: () => [this.payment.locationId] as const,
    load: (client, [locationId], signal) => listTerminals(client)(locationId, { signal }),
  });
  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    this.#clock = setInterval(() => (this.now = Date.now()), 1_000);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  override firstUpdated() {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  override render() {
    const { t, money } = this.#text;
    const { payment } = this;
    const seconds = Math.max(0, Math.floor((this.now - Date.parse(payment.createdAt)) / 1_000));
    const named = this.#terminals.data?.find(({ id }) => id === payment.terminalId);
    return html`<section aria-labelledby="title">
      <div class="line">
        <span class="ring"></span>
        <h2 id="title" tabindex="-1">${t('wait.title', { terminal: named?.name ?? t('terminal.one') })}</h2>
      </div>
      <p>${t('wait.amount', { amount: money(payment.totalCents) })} ${t('wait.present')}</p>
      <p class="muted elapsed" role="timer">${t('wait.elapsed', { time: clockOf(seconds) })}</p>
      <p class="muted">${t('wait.cancel')}</p>
      ${seconds >= LONG_S ? html`<p role="status">${t('wait.long')}</p>` : nothing}
    </section>`;
  }
}

/** 75 → `1:15` */
const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-terminal-wait': KometUiTerminalWait;
  }
}
