import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Location } from '../../contract/location.js';
import type { Reconciliation, ReconciliationRequest, ReportColumns } from '../../contract/reconciliation.js';
import { Localize } from '../../controllers/localize.js';
import { ProviderController } from '../../controllers/provider.js';
import { QueryController } from '../../controllers/query.js';
import { element } from '../../define.js';
import { reconcileReportTexts } from '../../locales/reconcile-report/catalogue.js';
import type { PayError } from '../../services/pay-error.js';
import { cancelReconciliation, readReportMapping } from '../../services/reconciliations.js';
import { listLocations } from '../../services/sessions.js';
import { screen } from '../../styles/screen.js';
import { widget } from '../../styles/widget.js';
import { EnvironmentStrip } from '../ui/environment-strip.js';
import { keepTyping } from '../ui/key-guard.js';
import { later } from '../ui/later.js';
import { Patience } from '../ui/patience.js';
import { todayIn } from '../ui/today.js';
import './parts/day-picker.js';
import type { DayActs, DayChoice, KometUiDayPicker } from './parts/day-picker.js';
import { loadDays } from './parts/load-days.js';
import { loadReport, wishFor } from './parts/load-report.js';
import { monthPanel } from './parts/month-panel.js';
import { isFileRefused } from './parts/report-faults.js';
import type { KometUiReportUpload } from './parts/report-upload.js';
import { failedView, resultView, type ResultActs } from './parts/result-view.js';
import { spanOf, type Span } from './parts/span.js';
import { sessionStop } from './parts/session-stop.js';
import { waiting } from './parts/waiting.js';
import { styles } from './reconcile-report.styles.js';

/**
 * Closes the day: Komet's payments beside the processor's settlement, every difference explained, the deposit, and the lock.
 *
 * Stands inside a `<komet-pay-provider>`. Without `day` it begins with yesterday, in the time zone of the location.
 *
 * @summary Reconciles a day with the processor and closes it.
 * @fires {DayReconciledEvent} komet-day-reconciled - the day was closed; `detail.depositCents` is the bank deposit
 * @fires {PayErrorEvent} komet-error - anything went wrong, with a stable code
 */
@element('komet-reconcile-report')
export class KometReconcileReport extends LitElement {
  static override styles = [...widget, screen, styles];

  /** The location to reconcile; by default the provider's, or one the clerk picks. */
  @property({ attribute: 'location-id' }) locationId: string | undefined;
  /** The day, `YYYY-MM-DD`; yesterday at the location by default. */
  @property() day: string | undefined;
  /** The last day, `YYYY-MM-DD`, to compare several at once: at most 31. */
  @property() to: string | undefined;
  /** Shows the day without letting it be closed or explained. */
  @property({ type: Boolean }) readonly = false;
  /** Lets keys typed in our fields reach the page's own shortcuts. */
  @property({ type: Boolean, attribute: 'pass-keys' }) passKeys = false;
  @state() private chosen: { readonly locationId?: string; readonly span?: Span } = {};
  @state() private wish = wishFor();
  @state() private month = false;
  /** Which columns the company's last upload had. */
  @state() private known: ReportColumns | undefined;
  /** How far a long comparison is. */
  @state() private underWay: Reconciliation | undefined;
  @query('komet-ui-day-picker') private picker!: KometUiDayPicker | null;
  @query('komet-ui-report-upload') private uploading!: KometUiReportUpload | null;

  #text = new Localize(this, reconcileReportTexts);
  #provider = new ProviderController(this);
  #environment = new EnvironmentStrip(this, this.#provider);
  #locations = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.#provider.can('reconcile') ? ([] as const) : undefined),
    load: (client, _args, signal) => listLocations(client)({ signal }),
  });
  #report = new QueryController(this, {
    provider: this.#provider,
    args: () => {
      const subject = this.#subject();
      return subject && ([...subject, this.wish] as const);
    },
    load: async (client, args, signal) => {
      const report = await loadReport(client, args, signal, (run) => (this.underWay = run));
      if (report.isNew) void this.#days.refresh();
      return report;
    },
  });
  #days = new QueryController(this, {
    provider: this.#provider,
    args: () => this.#subject(),
    load: (client, args, signal) => loadDays(client, args, signal),
  });
  /** The refusal of a file that the window was opened for. */
  #refusal: PayError | undefined;
  #patience = new Patience(this, () => this.#isLoading());
  #acts: ResultActs = {
    compare: () => (this.wish = wishFor(undefined, true)),
    upload: () => void this.#upload(),
    changed: () => void this.#days.refresh(),
    // What was pressed goes with the report it stood in, and with it the focus.
    chooseDay: (day) => {
      this.#chooseDay(day);
      void this.updateComplete.then(() => this.picker?.focusDay());
    },
  };

  /** Reads the day anew; what is in view stays until it is there. */
  async refresh(): Promise<void> {
    await Promise.all([this.#report.refresh(), this.#days.refresh()]);
    await this.updateComplete;
  }

  /** Goes back to the day and location the page named. */
  async reset(): Promise<void> {
    this.chosen = {};
    await this.updateComplete;
  }

  /** Puts the focus on the first thing to choose. */
  override focus() {
    this.picker?.focus();
  }

  override willUpdate(changed: PropertyValues<this>) {
    const isMoved = changed.has('locationId') || changed.has('day') || changed.has('to');
    if (isMoved && this.hasUpdated) this.#choose({});
    if (this.#report.state.status !== 'loading') this.underWay = undefined;
  }

  override updated() {
    const { state } = this.#report;
    const refusal = state.status === 'error' && isFileRefused(state.error) ? state.error : undefined;
    if (refusal && refusal !== this.#refusal) void this.#upload();
    this.#refusal = refusal;
  }

  override render() {
    const keep = this.passKeys ? nothing : keepTyping;
    return html`${this.#environment.render()}
      <div class="frame" @keydown=${keep} @keypress=${keep} @keyup=${keep}>${this.#body()}</div>`;
  }

  #body() {
    const stopped = sessionStop(this.#text, this.#provider);
    if (stopped) return stopped;
    const { data, state } = this.#locations;
    if (state.status === 'error' && !data)
      return failedView(this.#text, state.error, { ...this.#acts, compare: () => void this.#locations.refresh() });
    if (!data) return waiting(this.#text, undefined, this.#patience.over, this.#cancel);
    const location = this.#location();
    return html`${this.#picker(data, location)} ${location ? this.#dayOf(location) : nothing}`;
  }

  #picker(locations: readonly Location[], location: Location | undefined) {
    const today = location ? todayIn(location.timeZone) : '';
    const { day, to } = location ? this.#span(location) : { day: '' };
    const { month } = this;
    const isFixed = Boolean(this.locationId && location);
    const choice: DayChoice = { locations, location, isFixed, day, to, today, month };
    const days = this.#days.data ?? [];
    return html`<komet-ui-day-picker .choice=${choice} .acts=${this.#dayActs}></komet-ui-day-picker> ${
        month && location ? monthPanel({ day: to ?? day, today, days, choose: this.#chooseDay }) : nothing
      }`;
  }

  #dayOf(location: Location) {
    later(() => import('./parts/day-report.js'));
    const { state } = this.#report;
    const failure = state.status === 'error' ? state.error : undefined;
    return html`${this.#result(location, failure)}
      <komet-ui-report-upload
        .known=${this.known}
        .failure=${failure && isFileRefused(failure) ? failure : undefined}
        .send=${this.#send}
      ></komet-ui-report-upload>`;
  }

  #result(location: Location, failure: PayError | undefined) {
    const { data } = this.#report;
    if (!data && failure) return failedView(this.#text, failure, this.#acts);
    if (!data) return waiting(this.#text, this.underWay, this.#patience.over, this.#cancel);
    const result = {
      report: data,
      location,
      locations: this.#locations.data ?? [],
      days: this.#days.data ?? [],
      isStale: failure !== undefined,
      readonly: this.readonly,
    };
    return resultView(this.#text, result, this.#acts);
  }

  #location(): Location | undefined {
    const { data = [] } = this.#locations;
    const wanted = this.locationId ?? this.chosen.locationId ?? this.#provider.locationId;
    return data.find(({ id }) => id === wanted) ?? (data.length === 1 ? data[0] : undefined);
  }

  #span({ timeZone }: Location): Span {
    return spanOf(this.chosen.span ?? this, todayIn(timeZone));
  }

  #subject() {
    const location = this.#location();
    if (!location) return undefined;
    const { day, to } = this.#span(location);
    return [location.id, day, to, todayIn(location.timeZone)] as const;
  }

  #isLoading(): boolean {
    return this.#provider.status === 'loading' || this.#report.state.status === 'loading';
  }

  readonly #chooseDay = (day: string) => this.#choose({ ...this.chosen, span: { day } });

  #choose(chosen: typeof this.chosen) {
    this.chosen = chosen;
    this.wish = wishFor();
  }

  readonly #dayActs: DayActs = {
    chooseLocation: (locationId) => this.#choose({ ...this.chosen, locationId }),
    chooseDays: (span) => this.#choose({ ...this.chosen, span }),
    toggleMonth: () => (this.month = !this.month),
  };

  readonly #send = (upload: NonNullable<ReconciliationRequest['upload']>) => (this.wish = wishFor(upload));

  readonly #cancel = () => {
    const { client } = this.#provider;
    if (client && this.underWay) void cancelReconciliation(client)(this.underWay.id).catch(() => undefined);
  };

  async #upload() {
    const { client } = this.#provider;
    later(() => import('./parts/report-upload.js'));
    await customElements.whenDefined('komet-ui-report-upload');
    this.known ??= client && (await readReportMapping(client)().catch(() => undefined));
    await this.updateComplete;
    if (this.isConnected) await this.uploading?.show();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-reconcile-report': KometReconcileReport;
  }
}
