import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Location } from '../../../contract/location.js';
import type { ReconciliationDay, Reconciliation } from '../../../contract/reconciliation.js';
import { describeError } from '../../../controllers/describe-error.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { WriteController } from '../../../controllers/write.js';
import { element } from '../../../define.js';
import { DayReconciledEvent } from '../../../events.js';
import { coreTexts } from '../../../locales/core/catalogue.js';
import { reconcileReportTexts } from '../../../locales/reconcile-report/catalogue.js';
import { widget } from '../../../styles/widget.js';
import { later } from '../../ui/later.js';
import { Online } from '../../ui/online.js';
import { Patience } from '../../ui/patience.js';
import type { SheetFormat } from '../../ui/save-sheet.js';
import { answer, cutOffs, verdictOf } from './answer.js';
import { batchResults } from './batch-results.js';
import './close-panel.js';
import { closeStop, writeStop } from './close-stop.js';
import { doAct, type DayAct, type DayOutcome } from './day-act.js';
import { styles } from './day-report.styles.js';
import type { Report } from './load-report.js';
import type { KometUiMatchTable } from './match-table.js';
import { sparkline } from './sparkline.js';
import { totals } from './totals.js';

/** A compared day: the answer first, then what it rests on, and what closes it. */
@element('komet-ui-day-report')
export class KometUiDayReport extends LitElement {
  static override styles = [...widget, styles];

  /** A day that was compared. */
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) location!: Location;
  @property({ attribute: false }) locations: readonly Location[] = [];
  /** The last 30 days. */
  @property({ attribute: false }) days: readonly ReconciliationDay[] = [];
  @property({ type: Boolean }) readonly = false;
  /** Compares both sides anew. */
  @property({ attribute: false }) compare!: () => void;
  @property({ attribute: false }) upload!: () => void;
  /** Told when the day was closed or reopened. */
  @property({ attribute: false }) changed!: () => void;
  /** The run as the last act left it. */
  @state() private acted: Reconciliation | undefined;
  @query('komet-ui-match-table') private table!: KometUiMatchTable;

  #text = new Localize(this, reconcileReportTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #online = new Online(this);
  #write = new WriteController<DayAct, DayOutcome>(this, {
    provider: this.#provider,
    slot: () => `reconcile:${this.#run.id}`,
    send: (client, act, options) => doAct(client, act, options),
  });
  #patience = new Patience(this, () => this.#isBusy());

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('report')) return;
    if (this.#run.differences.length > 0) later(() => import('./difference-list.js'));
    if (this.report.groups.length > 0) later(() => import('./match-table.js'));
    this.acted = undefined;
    this.#write.reset();
  }

  override render() {
    const run = this.#run;
    const isClosed = run.closing !== undefined;
    return html`${answer(this.#text, run)} ${cutOffs(this.#text, run)} ${this.#outcome()}
      <div class="pair">
        ${run.totals ? totals(this.#text, run.totals) : nothing}
        <komet-ui-close-panel
          .run=${run}
          .location=${this.location}
          .stop=${closeStop(this.#text, run, this.#facts())}
          .reopenStop=${writeStop(this.#text, this.#facts(), 'reconcile:reopen')}
          ?busy=${this.#isBusy()}
          .close=${this.#close}
          .reopen=${this.#reopen}
        ></komet-ui-close-panel>
      </div>
      ${this.days.length > 0 ? sparkline(this.#text, this.days) : nothing} ${isClosed ? nothing : this.#tools()}
      ${this.#differences(run)} ${this.report.groups.length > 0 ? this.#table(run) : nothing}`;
  }

  get #run(): Reconciliation {
    return this.acted ?? (this.report.reconciliation as Reconciliation);
  }

  #outcome() {
    const { t } = this.#text;
    const { state } = this.#write;
    if (this.#isBusy()) {
      return html`<p class="line" role="status">
        <span class="ring"></span>${t(this.#patience.over ? 'close.slow' : 'close.working')}
      </p>`;
    }
    if (state.status === 'failed') {
      return html`<p class="notice danger" role="alert">${describeError(this.#core, state.error)}</p>`;
    }
    if (state.status !== 'done' || state.value.kind !== 'close-batch') return nothing;
    return batchResults(this.#text, state.value.batches);
  }

  #tools() {
    const { t } = this.#text;
    const stop = writeStop(this.#text, this.#facts(), 'reconcile');
    if (stop !== undefined || this.#isBusy()) return nothing;
    return html`<div class="line tools">
      <button type="button" @click=${() => this.compare()}>${t('refresh')}</button>
      <button type="button" @click=${() => this.upload()}>${t('upload.act')}</button>
      ${
        verdictOf(this.#run) === 'none'
          ? nothing
          : html`<button type="button" @click=${() => void this.#closeBatch()}>${t('batch.act')}</button>`
      }
    </div>`;
  }

  #differences(run: Reconciliation) {
    if (run.differences.length === 0) return nothing;
    return html`<komet-ui-difference-list
      .differences=${run.differences}
      .locations=${this.locations}
      ?readonly=${run.closing !== undefined || writeStop(this.#text, this.#facts(), 'reconcile') !== undefined}
      ?busy=${this.#isBusy()}
      .explain=${this.#explain}
    ></komet-ui-difference-list>`;
  }

  #table(run: Reconciliation) {
    const { t } = this.#text;
    return html`<komet-ui-match-table
      .groups=${this.report.groups}
      .locations=${this.locations}
      ?differences-only=${run.differences.length > 0}
    >
      <button type="button" class="quiet" @click=${() => void this.#save(run, 'csv')}>${t('groups.csv')}</button>
      <button type="button" class="quiet" @click=${() => void this.#save(run, 'xlsx')}>${t('groups.xlsx')}</button>
      <button type="button" class="quiet" @click=${() => void this.#print(run)}>${t('groups.print')}</button>
    </komet-ui-match-table>`;
  }

  #isBusy(): boolean {
    const { status } = this.#write.state;
    return status === 'running' || status === 'unknown';
  }

  #facts() {
    return {
      readonly: this.readonly,
      online: this.#online.value,
      can: (right: Parameters<ProviderController['can']>[0]) => this.#provider.can(right),
    };
  }

  readonly #close = async () => {
    const depositCents = this.#run.deposit?.cents ?? 0;
    const run = await this.#do({ kind: 'close', runId: this.#run.id, depositCents });
    if (!run) return;
    const { id, locationId, day, deposit } = run;
    const facts = { locationId, day, depositCents: deposit?.cents ?? depositCents, reconciliationId: id };
    this.dispatchEvent(new DayReconciledEvent(facts));
    const said = { day: this.#text.date(day), amount: this.#text.money(facts.depositCents) };
    this.#provider.announce(this.#text.t('close.done', said));
    this.changed();
  };

  readonly #reopen = async (reason: string) => {
    if (await this.#do({ kind: 'reopen', runId: this.#run.id, reason })) this.changed();
  };

  readonly #explain = (differenceId: string, note: string) =>
    void this.#do({ kind: 'explain', runId: this.#run.id, differenceId, note });

  async #closeBatch() {
    await this.#write.run({ kind: 'close-batch', locationId: this.location.id });
  }

  async #do(act: DayAct): Promise<Reconciliation | undefined> {
    const state = await this.#write.run(act);
    if (state.status !== 'done' || state.value.kind === 'close-batch') return undefined;
    return (this.acted = state.value.run);
  }

  async #save(run: Reconciliation, format: SheetFormat) {
    const [{ saveMatches }] = await Promise.all([import('./save-report.js'), import('./match-table.js')]);
    await saveMatches({ text: this.#text, run, location: this.location }, this.table.shown, format);
  }

  async #print(run: Reconciliation) {
    const [{ printMatches }] = await Promise.all([import('./print-report.js'), import('./match-table.js')]);
    await printMatches({ text: this.#text, run, location: this.location }, this.table.shown);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-day-report': KometUiDayReport;
  }
}
