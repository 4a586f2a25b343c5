import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Location } from '../../../contract/location.js';
import type { Reconciliation } from '../../../contract/reconciliation.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { reconcileReportTexts } from '../../../locales/reconcile-report/catalogue.js';
import { widget } from '../../../styles/widget.js';
import '../../ui/dialog/dialog.js';
import type { KometUiDialog } from '../../ui/dialog/dialog.js';
import { styles } from './close-panel.styles.js';
import { depositLists, type OpenBatch } from './deposit.js';
import { lockedLines } from './locked-lines.js';

/** The deposit of a day, closing it, and the banner of a closed one with its slip and the way back. */
@element('komet-ui-close-panel')
export class KometUiClosePanel extends LitElement {
  static override styles = [...widget, styles];

  @property({ attribute: false }) run!: Reconciliation;
  @property({ attribute: false }) location!: Location;
  /** Why the day can't be closed, in words. */
  @property({ attribute: false }) stop: string | undefined;
  /** Why the day can't be reopened, in words. */
  @property({ attribute: false }) reopenStop: string | undefined;
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) openBatch!: OpenBatch;
  @property({ attribute: false }) close!: () => void;
  @property({ attribute: false }) reopen!: (reason: string) => void;
  @state() private reasonMissing = false;
  @query('#close-dialog') private closing!: KometUiDialog;
  @query('#reopen-dialog') private reopening!: KometUiDialog;
  @query('textarea') private reason!: HTMLTextAreaElement | null;

  #text = new Localize(this, reconcileReportTexts);

  override render() {
    const { run } = this;
    return html`${run.closing ? this.#banner(run.closing) : nothing}
      <h3>${this.#text.t('close.title')}</h3>
      ${run.deposit ? depositLists(this.#text, run.deposit, this.openBatch) : nothing}
      ${run.reopenings.map((one) => this.#reopened(one))} ${this.#ending()}`;
  }

  /** Days are closed one by one. */
  #ending() {
    const { run } = this;
    if (run.to !== undefined) return html`<p class="hint">${this.#text.t('range.close')}</p>`;
    return html`${run.closing ? nothing : this.#act()} ${this.#closeDialog()} ${this.#reopenDialog()}`;
  }

  #banner(closing: NonNullable<Reconciliation['closing']>) {
    const { t } = this.#text;
    const [who, prints] = lockedLines(this.#text, closing);
    return html`<div class="notice success" role="status">
      <span class="text"><strong>${who}</strong><br /><small>${prints}</small></span>
      <div class="acts">
        <button type="button" @click=${() => void this.#save('slip')}>${t('locked.slip')}</button>
        <button type="button" @click=${() => void this.#save('csv')}>${t('locked.csv')}</button>
        <button
          type="button"
          aria-disabled=${this.reopenStop === undefined ? 'false' : 'true'}
          aria-describedby="reopen-stop"
          @click=${() => this.reopenStop ?? this.reopening.show()}
        >
          ${t('reopen.act')}
        </button>
        <small id="reopen-stop">${this.reopenStop ?? nothing}</small>
      </div>
    </div>`;
  }

  #reopened({ by, at, reason }: Reconciliation['reopenings'][number]) {
    const facts = { name: by.name, at: this.#text.date(at), reason };
    return html`<p class="hint">${this.#text.t('reopen.before', facts)}</p>`;
  }

  #act() {
    const { t } = this.#text;
    const stop = this.busy ? t('close.working') : this.stop;
    return html`<div class="act">
      <button
        id="close-day"
        type="button"
        class="primary"
        aria-disabled=${stop === undefined ? 'false' : 'true'}
        aria-describedby="close-stop"
        @click=${() => stop ?? this.closing.show()}
      >
        ${t('close.act')}
      </button>
      <p id="close-stop" class="hint" role="status">${stop ?? nothing}</p>
    </div>`;
  }

  #closeDialog() {
    const { t, date, money } = this.#text;
    const { run } = this;
    const question = t('close.question', { day: date(run.day), location: this.location.name });
    const count = run.differences.length;
    return html`<komet-ui-dialog id="close-dialog" has-act heading=${question} close-label=${t('close.cancel')}>
      <div class="inside">
        <p>${t('close.consequence', { amount: money(run.deposit?.cents ?? 0) })}</p>
        ${count > 0 ? html`<p>${t('close.explained', { count })}</p>` : nothing}
      </div>
      <button slot="footer" type="button" class="primary" @click=${this.#onClose}>${t('close.act')}</button>
    </komet-ui-dialog>`;
  }

  #reopenDialog() {
    const { t, date } = this.#text;
    const question = t('reopen.question', { day: date(this.run.day) });
    return html`<komet-ui-dialog id="reopen-dialog" has-act heading=${question} close-label=${t('close.cancel')}>
      <div class="inside">
        <p>${t('reopen.text')}</p>
        <label for="reason">${t('reopen.reason')}</label>
        <textarea
          id="reason"
          rows="2"
          maxlength="200"
          aria-invalid=${this.reasonMissing ? 'true' : 'false'}
          aria-describedby="reason-fault"
        ></textarea>
        <small id="reason-fault" class="fault" role="status"
          >${this.reasonMissing ? t('reopen.missing') : nothing}</small
        >
      </div>
      <button slot="footer" type="button" class="primary" @click=${this.#onReopen}>${t('reopen.act')}</button>
    </komet-ui-dialog>`;
  }

  #onClose() {
    this.closing.close();
    this.close();
  }

  #onReopen() {
    const reason = this.reason?.value.trim() ?? '';
    this.reasonMissing = reason === '';
    if (this.reasonMissing) {
      this.reason?.focus();
      return;
    }
    this.reopening.close();
    this.reopen(reason);
  }

  async #save(kind: 'slip' | 'csv') {
    const order = { text: this.#text, run: this.run, location: this.location };
    if (kind === 'csv') await (await import('./save-report.js')).saveDeposit(order);
    else await (await import('./print-report.js')).printSlip(order);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-close-panel': KometUiClosePanel;
  }
}
