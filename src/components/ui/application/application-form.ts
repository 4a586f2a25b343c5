import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KeptApplication, MerchantApplication } from '../../../contract/application.js';
import { describeError } from '../../../controllers/describe-error.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { QueryController } from '../../../controllers/query.js';
import { WriteController, type WriteState } from '../../../controllers/write.js';
import { element } from '../../../define.js';
import { ApplicationSubmittedEvent } from '../../../events.js';
import { coreTexts } from '../../../locales/core/catalogue.js';
import { merchantApplicationTexts } from '../../../locales/merchant-application/catalogue.js';
import { readApplication, saveApplication, submitApplication } from '../../../services/applications.js';
import { readIntegration } from '../../../services/integration.js';
import { formGrid } from '../../../styles/form-grid.js';
import { widget } from '../../../styles/widget.js';
import '../failure-notice.js';
import { Heed } from '../heed.js';
import { keepTyping } from '../key-guard.js';
import { loadingView } from '../loading-view.js';
import { draftOf, faultsOf, type ApplicationDraft, type Place } from './application-draft.js';
import { styles } from './application-form.styles.js';
import { applicationView } from './application-view.js';

/** The application of one location: kept while it is typed, judged field by field, locked once it is submitted. */
@element('komet-ui-application-form')
export class KometUiApplicationForm extends LitElement {
  static override styles = [...widget, formGrid, styles];

  @property({ attribute: false }) locationId = '';
  @state() private draft: ApplicationDraft | undefined;
  /** What the proxy has. */
  @state() private kept: MerchantApplication | undefined;
  @state() private submittedAt: string | undefined;
  @state() private isTried = false;

  #text = new Localize(this, merchantApplicationTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #touched = new Set<Place>();
  #keeping: Promise<void> | undefined;
  #query = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.locationId ? ([this.locationId] as const) : undefined),
    load: async (client, [locationId], signal) => {
      const [integration, application] = await Promise.all([
        readIntegration(client)(locationId, { signal }),
        readApplication(client)(locationId, { signal }),
      ]);
      return { integration, application };
    },
  });
  #save = new WriteController<MerchantApplication, KeptApplication>(this, {
    provider: this.#provider,
    slot: () => this.#slot('draft'),
    send: (client, form, options) => saveApplication(client)(this.locationId, form, options),
  });
  #submit = new WriteController<MerchantApplication, KeptApplication>(this, {
    provider: this.#provider,
    slot: () => this.#slot('submit'),
    send: (client, _form, options) => submitApplication(client)(this.locationId, options),
  });

  constructor() {
    super();
    new Heed(this, 'komet-integration-changed', ({ detail }) => void this.#again(detail.locationId));
    new Heed(this, 'komet-application-submitted', ({ detail }) => void this.#again(detail.locationId));
  }

  override willUpdate() {
    const application = this.#query.data?.application;
    if (!application || this.draft) return;
    this.draft = draftOf(application.form);
    this.kept = application.savedAt ? this.draft.form : undefined;
    this.submittedAt = application.submittedAt;
  }

  override render() {
    const { data, state } = this.#query;
    if (!data || !this.draft) {
      const error = state.status === 'error' ? describeError(this.#core, state.error) : undefined;
      return loadingView(this.#text, { error, retry: () => void this.#query.refresh() });
    }
    if (data.integration.state === 'not-enabled') return html`<p class="notice">${this.#text.t('not-enabled')}</p>`;
    return this.#page(this.draft);
  }

  #page(draft: ApplicationDraft) {
    const isLocked = this.submittedAt !== undefined || !this.#provider.can('apply');
    const faults = new Map(
      [...faultsOf(draft)].filter(([place]) => !isLocked && (this.isTried || this.#touched.has(place))),
    );
    const change = (place: Place, changed: ApplicationDraft) => {
      this.#touched.add(place);
      this.draft = changed;
    };
    return html`<div class="page" @keydown=${keepTyping} @focusout=${this.#keep}>
      ${this.#lead()} ${applicationView(this.#text, { draft, faults, isLocked, change })}
      ${isLocked ? nothing : this.#acts(faults.size)}
    </div>`;
  }

  #lead() {
    if (this.submittedAt === undefined) return html`<p class="muted">${this.#text.t('lead')}</p>`;
    const date = this.#text.date(this.submittedAt.slice(0, 10));
    return html`<p id="outcome" class="notice success" role="status" tabindex="-1">
      ${this.#text.t('submitted', { date })}
    </p>`;
  }

  #acts(faultCount: number) {
    const isBusy = this.#isBusy() ? 'true' : 'false';
    return html`${this.#failure('failed.save', this.#save)} ${this.#failure('failed.submit', this.#submit)}
      ${
        this.isTried && faultCount > 0
          ? html`<p class="fault" role="alert">${this.#text.t('faults', { count: faultCount })}</p>`
          : nothing
      }
      <div class="act">
        <button type="button" class="primary" aria-disabled=${isBusy} @click=${this.#onSubmit}>
          ${this.#text.t('submit')}
        </button>
        <button type="button" aria-disabled=${isBusy} @click=${this.#keep}>${this.#text.t('save')}</button>
        <span class="line muted" role="status">${this.#progress()}</span>
      </div>
      <small class="muted">${this.#text.t('final')}</small>`;
  }

  #failure(heading: 'failed.save' | 'failed.submit', { state }: { state: WriteState<KeptApplication> }) {
    if (state.status !== 'failed') return nothing;
    return html`<komet-ui-failure-notice
      heading=${this.#text.t(heading)}
      .error=${state.error}
    ></komet-ui-failure-notice>`;
  }

  #progress() {
    const states = [this.#save.state.status, this.#submit.state.status];
    if (states.includes('unknown')) return html`<span class="ring"></span> ${this.#text.t('unknown')}`;
    if (states.includes('running')) return html`<span class="ring"></span> ${this.#text.t('saving')}`;
    if (this.draft && this.draft.form === this.kept) return this.#text.t('saved.done');
    return this.#text.t(this.kept ? 'saved.open' : 'saved.never');
  }

  #isBusy(): boolean {
    return [this.#save, this.#submit].some(({ state }) => state.status === 'running' || state.status === 'unknown');
  }

  #slot(act: string): string | undefined {
    const company = this.#provider.session?.company.id;
    return company && `application-${act}:${company}:${this.locationId}`;
  }

  /** Somebody else's page may have changed what this one shows; what is typed here stays. */
  async #again(locationId: string) {
    if (locationId !== this.locationId) return;
    await this.#query.refresh();
    if (this.draft?.form === this.kept || this.#touched.size === 0) this.draft = undefined;
  }

  /** Keeps the draft on the proxy, and again where more was typed while it was under way. */
  #keep = (): Promise<void> => (this.#keeping ??= this.#keepAll().finally(() => (this.#keeping = undefined)));

  async #keepAll(): Promise<void> {
    while (this.draft && this.draft.form !== this.kept && this.#touched.size > 0 && this.submittedAt === undefined) {
      const { form } = this.draft;
      const written = await this.#save.run(form);
      if (written.status !== 'done') return;
      this.kept = form;
    }
  }

  #onSubmit = async () => {
    if (!this.draft || this.#submit.state.status === 'running') return;
    this.isTried = true;
    const [first] = faultsOf(this.draft).keys();
    if (first) return this.#showField(first);
    await this.#keep();
    if (this.draft.form !== this.kept) return;
    const written = await this.#submit.run(this.draft.form);
    if (written.status !== 'done') return;
    this.submittedAt = written.value.submittedAt;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#outcome')?.focus();
    this.dispatchEvent(new ApplicationSubmittedEvent(this.locationId));
  };

  async #showField(place: Place) {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[id='${place}']`)?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-application-form': KometUiApplicationForm;
  }
}
