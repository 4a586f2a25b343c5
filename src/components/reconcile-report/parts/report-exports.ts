import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { describeError } from '../../../controllers/describe-error.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { coreTexts } from '../../../locales/core/catalogue.js';
import { reconcileReportTexts } from '../../../locales/reconcile-report/catalogue.js';
import { PayError } from '../../../services/pay-error.js';
import { buttons } from '../../../styles/buttons.js';
import { host } from '../../../styles/host.js';
import { loading } from '../../../styles/loading.js';
import { notices } from '../../../styles/notices.js';
import { tokens } from '../../../styles/tokens.js';
import type { Reading } from './all-groups.js';
import type { GroupFilter, ReadGroups } from './group-pages.js';
import { styles } from './report-exports.styles.js';
import type { Leaving } from './save-report.js';

const KINDS = ['csv', 'xlsx', 'print'] as const;
type Kind = (typeof KINDS)[number];

/** Saves or prints what the table lists, all of it, and as long as nobody calls it off. */
@element('komet-ui-report-exports')
export class KometUiReportExports extends LitElement {
  static override styles = [tokens, host, buttons, notices, loading, styles];

  @property({ attribute: false }) subject!: Omit<Leaving, 'text'>;
  @property({ attribute: false }) read!: ReadGroups;
  /** What of it the table lists now. */
  @property({ attribute: false }) filter: () => GroupFilter = () => ({});
  @state() private count: { readonly done: number; readonly total: number } | undefined;
  @state() private failed: { readonly kind: Kind; readonly error: PayError } | undefined;

  #text = new Localize(this, reconcileReportTexts);
  #core = new Localize(this, coreTexts);
  #running: AbortController | undefined;

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#running?.abort();
  }

  override render() {
    const { t, number } = this.#text;
    const { count, failed } = this;
    if (count) {
      const said = t('groups.reading', { done: number(count.done), total: number(count.total) });
      return html`<span class="line" role="status"><span class="ring"></span>${said}</span>
        <button type="button" class="quiet" @click=${() => this.#running?.abort()}>${t('progress.cancel')}</button>`;
    }
    return html`${KINDS.map(
      (kind) =>
        html`<button type="button" class="quiet" @click=${() => void this.#leave(kind)}>
          ${t(`groups.${kind}`)}
        </button>`,
    )}
    ${
      failed
        ? html`<p class="notice danger" role="alert">
            <span class="text">${describeError(this.#core, failed.error)}</span>
            <button type="button" @click=${() => void this.#leave(failed.kind)}>${t('blocked.retry')}</button>
          </p>`
        : nothing
    }`;
  }

  async #leave(kind: Kind) {
    const { signal } = (this.#running = new AbortController());
    this.failed = undefined;
    this.count = { done: 0, total: this.subject.run.groupCount ?? 0 };
    const onCount = (done: number, total: number) => (this.count = { done, total });
    const reading: Reading = { read: this.read, filter: this.filter(), signal, onCount };
    const order: Leaving = { text: this.#text, ...this.subject };
    try {
      if (kind === 'print') await (await import('./print-report.js')).printReport(order, reading);
      else await (await import('./save-report.js')).saveMatches(order, reading, kind);
    } catch (error) {
      if (!signal.aborted && !(error instanceof PayError)) throw error;
      if (!signal.aborted) this.failed = { kind, error: error as PayError };
    } finally {
      this.count = undefined;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-report-exports': KometUiReportExports;
  }
}
