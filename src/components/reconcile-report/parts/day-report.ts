import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Location } from '../../../contract/location.js';
import type { ReconciledBatch, Reconciliation, ReconciliationDay } from '../../../contract/reconciliation.js';
import { describeError } from '../../../controllers/describe-error.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { WriteController } from '../../../controllers/write.js';
import { element } from '../../../define.js';
import { daysBefore } from '../../../domain/date-range.js';
import { DayReconciledEvent } from '../../../events.js';
import { coreTexts } from '../../../locales/core/catalogue.js';
import { reconcileReportTexts } from '../../../locales/reconcile-report/catalogue.js';
import { listGroups, listReconciledBatches } from '../../../services/reconciliations.js';
import { widget } from '../../../styles/widget.js';
import { later } from '../../ui/later.js';
import { Online } from '../../ui/online.js';
import { Patience } from '../../ui/patience.js';
import { todayIn } from '../../ui/today.js';
import { answer, cutOffs, verdictOf } from './answer.js';
import { batchResults } from './batch-results.js';
import './close-panel.js';
import { closeStop, writeStop } from './close-stop.js';
import { doAct, type DayAct, type DayOutcome } from './day-act.js';
import { styles } from './day-report.styles.js';
import type { OpenBatch } from './deposit.js';
import type { ReadGroups } from './group-pages.js';
import type { Report } from './load-report.js';
import type { KometUiMatchTable } from './match-table.js';
import { rangeDays } from './range-days.js';
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
  /** The days around it: of several, all of them; and the 30 before. */
  @property({ attribute: false }) days: readonly ReconciliationDay[] = [];
  @property({ type: Boolean }) readonly = false;
  /** Compares both sides anew. */
  @property({ attribute: false }) compare!: () => void;
  @property({ attribute: false }) upload!: () => void;
  /** Told when the day was closed or reopened. */
  @property({ attribute: false }) changed!: () => void;
  @property({ attribute: false }) chooseDay!: (day: string) => void;
  /** The run as the last act left it. */
  @state() private acted: Reconciliation | undefined;
  @state() private batches: readonly ReconciledBatch[] = [];
  @query('komet-ui-match-table') private table!: KometUiMatchTable | null;

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

  /** Reads the lines of this comparison; made anew for each. */
  #read: ReadGroups | undefined;

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('report')) return;
    const { id, differences, groupCount } = this.#run;
    if (differences.length > 0) later(() => import('./difference-list.js'));
    if (groupCount) later(() => Promise.all([import('./match-table.js'), import('./report-exports.js')]));
    this.acted = undefined;
    this.batches = [];
    this.#write.reset();
    const { client } = this.#provider;
    if (!client) return;
    this.#read = (query, signal) => listGroups(client)(id, query, { signal });
    if (groupCount) void this.#readBatches(id);
  }

  override render() {
    const run = this.#run;
    const isClosed = run.closing !== undefined;
    return html`${answer(this.#text, run)} ${cutOffs(this.#text, run)} ${this.#outcome()}
      <div class="pair">
        ${run.totals && verdictOf(run) !== 'none' ? totals(this.#text, run.totals) : nothing}
        <komet-ui-close-panel
          .run=${run}
          .location=${this.location}
          .stop=${closeStop(this.#text, run, this.#facts())}
          .reopenStop=${writeStop(this.#text, this.#facts(), 'reconcile:reopen')}
          ?busy=${this.#isBusy()}
          .openBatch=${this.#openBatch}
          .close=${this.#close}
          .reopen=${this.#reopen}
        ></komet-ui-close-panel>
      </div>
      ${this.#days(run)} ${isClosed ? nothing : this.#tools()} ${this.#differences(run)}
      ${run.groupCount ? this.#table(run) : nothing}`;
  }

  #days({ day: first, to }: Reconciliation) {
    const { days, chooseDay } = this;
    const last = to ?? first;
    const from = daysBefore(last, 29);
    const recent = days.filter(({ day }) => day >= from && day <= last);
    const compared = days.filter(({ day }) => day >= first && day <= last);
    return html`${to !== undefined && compared.length > 0 ? rangeDays(this.#text, compared, chooseDay) : nothing}
    ${recent.length > 0 ? sparkline(this.#text, recent, chooseDay) : nothing}`;
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
    return batchResults(this.#text, state.value.batches, this.compare);
  }

  #tools() {
    const { t } = this.#text;
    const stop = writeStop(this.#text, this.#facts(), 'reconcile');
    if (stop !== undefined || this.#isBusy()) return nothing;
    return html`<div class="line tools">
      <button type="button" @click=${() => this.compare()}>${t('refresh')}</button>
      <button type="button" @click=${() => this.upload()}>${t('upload.act')}</button>
      ${
        this.#mayHaveOpenBatch()
          ? html`<button type="button" @click=${() => void this.#closeBatch()}>${t('batch.act')}</button>`
          : nothing
      }
    </div>`;
  }

  #mayHaveOpenBatch(): boolean {
    const { day, to, hasOpenBatch, timeZone } = this.#run;
    if (to !== undefined || verdictOf(this.#run) === 'none') return false;
    return hasOpenBatch === true || day >= todayIn(timeZone);
  }

  #differences(run: Reconciliation) {
    if (run.differences.length === 0) return nothing;
    return html`<komet-ui-difference-list
      .differences=${run.differences}
      .locations=${this.locations}
      ?readonly=${run.closing !== undefined || writeStop(this.#text, this.#facts(), 'reconcile') !== undefined}
      ?busy=${this.#isBusy()}
      .explain=${this.#explain}
      .chooseDay=${run.to === undefined ? undefined : this.chooseDay}
    ></komet-ui-difference-list>`;
  }

  #table(run: Reconciliation) {
    if (!this.#read) return nothing;
    return html`<komet-ui-match-table
      .read=${this.#read}
      .batches=${this.batches}
      .locations=${this.locations}
      count=${run.groupCount ?? 0}
      ?has-differences=${run.differences.length > 0}
    >
      <komet-ui-report-exports
        .subject=${{ run, location: this.location }}
        .read=${this.#read}
        .filter=${() => this.table?.filter ?? {}}
      ></komet-ui-report-exports>
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

  /** The same note on one difference or on several, one after the other. */
  readonly #explain = async (differenceIds: readonly string[], note: string) => {
    for (const differenceId of differenceIds) {
      if (!(await this.#do({ kind: 'explain', runId: this.#run.id, differenceId, note }))) return;
    }
  };

  readonly #openBatch: OpenBatch = ({ batchId, terminalId }) => void this.table?.showBatch(batchId, terminalId);

  /** Only to choose from: without them the lines are there all the same. */
  async #readBatches(id: string) {
    const { client } = this.#provider;
    const batches = client && (await listReconciledBatches(client)(id).catch(() => undefined));
    if (batches && id === this.#run.id) this.batches = batches;
  }

  async #closeBatch() {
    await this.#write.run({ kind: 'close-batch', locationId: this.location.id });
  }

  async #do(act: DayAct): Promise<Reconciliation | undefined> {
    const state = await this.#write.run(act);
    if (state.status !== 'done' || state.value.kind === 'close-batch') return undefined;
    return (this.acted = state.value.run);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-day-report': KometUiDayReport;
  }
}
