import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { NEEDED_REPORT_FIELDS, REPORT_FIELDS, type ReportField } from '../../../contract/reconciliation-words.js';
import { MAX_REPORT_LENGTH, type ReconciliationRequest, type ReportColumns } from '../../../contract/reconciliation.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { guessColumns, readHeader, type ReportHeader } from '../../../domain/reconcile/batch-csv.js';
import { reconcileReportTexts } from '../../../locales/reconcile-report/catalogue.js';
import type { PayError } from '../../../services/pay-error.js';
import { widget } from '../../../styles/widget.js';
import '../../ui/dialog/dialog.js';
import type { KometUiDialog } from '../../ui/dialog/dialog.js';
import { faultsOf } from './report-faults.js';
import { styles } from './report-upload.styles.js';

/** Takes the Virtual Terminal's Batch report: the file, which column holds what, and a look at its first lines. */
@element('komet-ui-report-upload')
export class KometUiReportUpload extends LitElement {
  static override styles = [...widget, styles];

  /** What the company's last upload said about the columns. */
  @property({ attribute: false }) known: ReportColumns | undefined;
  /** How the last file was refused. */
  @property({ attribute: false }) failure: PayError | undefined;
  @property({ attribute: false }) send!: (upload: NonNullable<ReconciliationRequest['upload']>) => void;
  @state() private file: { readonly name: string; readonly csv: string; readonly header: ReportHeader } | undefined;
  @state() private columns: ReportColumns = {};
  @state() private fault: 'empty' | 'large' | undefined;
  @query('komet-ui-dialog') private dialog!: KometUiDialog;

  #text = new Localize(this, reconcileReportTexts);

  async show(): Promise<void> {
    await this.updateComplete;
    this.dialog.show();
  }

  override render() {
    const { t } = this.#text;
    const missing = NEEDED_REPORT_FIELDS.filter((field) => !this.columns[field]);
    const blocked = !this.file || missing.length > 0;
    return html`<komet-ui-dialog has-act heading=${t('upload.title')} close-label=${t('details.close')}>
      <div class="inside">
        <p>${t('upload.text')}</p>
        ${this.#refusal()}
        <label class="field"
          >${t('upload.file')} <input type="file" accept=".csv,text/csv" @change=${this.#onFile}
        /></label>
        <p class="fault" role="alert">${this.fault ? t(`upload.${this.fault}`) : nothing}</p>
        ${this.file ? this.#mapping(this.file.header, missing) : nothing}
      </div>
      <button
        slot="footer"
        type="button"
        class="primary"
        aria-disabled=${blocked ? 'true' : 'false'}
        @click=${() => (blocked ? undefined : this.#onSend())}
      >
        ${t('upload.send')}
      </button>
    </komet-ui-dialog>`;
  }

  #refusal() {
    const { t } = this.#text;
    if (!this.failure) return nothing;
    return html`<div class="notice danger" role="alert">
      <div class="text">
        <strong>${t('upload.refused')}</strong>
        <ul>
          ${faultsOf(this.failure).map((fault) => html`<li>${t('upload.fault', { ...fault })}</li>`)}
        </ul>
      </div>
    </div>`;
  }

  #mapping({ columns, rows }: ReportHeader, missing: readonly ReportField[]) {
    const { t } = this.#text;
    const fields = missing.map((field) => t(`report.${field}`)).join(', ');
    return html`<fieldset>
        <legend>${t('upload.columns')}</legend>
        <div class="columns">${REPORT_FIELDS.map((field) => this.#choice(field, columns))}</div>
      </fieldset>
      <p class="fault" role="status">${fields ? t('upload.missing', { fields }) : nothing}</p>
      <div class="preview" role="region" tabindex="0" aria-label=${t('upload.preview')}>
        <table>
          <thead>
            <tr>
              ${columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.slice(0, 5).map(
              (row) =>
                html`<tr>
                  ${columns.map((_, at) => html`<td>${row[at]}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  #choice(field: ReportField, columns: readonly string[]) {
    const { t } = this.#text;
    const choose = (event: Event) => this.#onColumn(field, (event.target as HTMLSelectElement).value);
    return html`<label class="field"
      >${t(`report.${field}`)}
      <select @change=${choose}>
        <option value="">${t('upload.column.none')}</option>
        ${columns.map((column) => html`<option value=${column} ?selected=${this.columns[field] === column}>${column}</option>`)}
      </select></label
    >`;
  }

  #onColumn(field: ReportField, column: string) {
    const others = Object.entries(this.columns).filter(([name]) => name !== field);
    this.columns = Object.fromEntries(column ? [...others, [field, column]] : others);
  }

  async #onFile(event: Event) {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    this.file = undefined;
    this.fault = undefined;
    if (!file) return;
    if (file.size > MAX_REPORT_LENGTH) this.fault = 'large';
    else this.#read(file.name, await file.text());
  }

  #read(name: string, csv: string) {
    const header = readHeader(csv);
    if (!header) {
      this.fault = 'empty';
      return;
    }
    this.columns = this.#usable(header.columns);
    this.file = { name, csv, header };
  }

  /** What the last upload said, where this file has those columns; else a guess by their headings. */
  #usable(columns: readonly string[]): ReportColumns {
    const kept = Object.entries(this.known ?? {}).filter(([, column]) => columns.includes(column));
    return { ...guessColumns(columns), ...Object.fromEntries(kept) };
  }

  #onSend() {
    if (!this.file) return;
    this.dialog.close();
    this.send({ fileName: this.file.name, csv: this.file.csv, columns: this.columns });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-report-upload': KometUiReportUpload;
  }
}
