import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Integration, IntegrationChange, Rates } from '../../../contract/integration.js';
import type { Location } from '../../../contract/location.js';
import { describeError } from '../../../controllers/describe-error.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { QueryController } from '../../../controllers/query.js';
import { WriteController, type WriteState } from '../../../controllers/write.js';
import { element } from '../../../define.js';
import { isNameTyped } from '../../../domain/typed-name.js';
import { IntegrationChangedEvent } from '../../../events.js';
import { coreTexts } from '../../../locales/core/catalogue.js';
import { integrationSetupTexts } from '../../../locales/integration-setup/catalogue.js';
import { changeIntegration, proveKeys, readIntegration, recordRates } from '../../../services/integration.js';
import { formGrid } from '../../../styles/form-grid.js';
import { widget } from '../../../styles/widget.js';
import '../../ui/failure-notice.js';
import { Heed } from '../../ui/heed.js';
import { keepTyping } from '../../ui/key-guard.js';
import { later } from '../../ui/later.js';
import { loadingView } from '../../ui/loading-view.js';
import './keys-form.js';
import type { KeyTypedEvent } from './keys-form.js';
import { styles } from './location-setup.styles.js';
import './rates-form.js';
import type { RatesTypedEvent } from './rates-form.js';
import { merchantView, standingView, stepsView } from './steps-view.js';
import { turnOffForm } from './turn-off-form.js';

/** The set-up of one location: the checkbox, the five steps, and what the user may do for the next one. */
@element('komet-ui-location-setup')
export class KometUiLocationSetup extends LitElement {
  static override styles = [...widget, formGrid, styles];

  @property({ attribute: false }) location!: Location;
  /** What is typed to turn it off; undefined while nobody wants to. */
  @state() private confirmation: string | undefined;
  @state() private isApplying = false;

  #text = new Localize(this, integrationSetupTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #query = new QueryController(this, {
    provider: this.#provider,
    args: () => [this.location.id] as const,
    load: (client, [locationId], signal) => readIntegration(client)(locationId, { signal }),
  });
  #change = new WriteController<IntegrationChange, Integration>(this, {
    provider: this.#provider,
    slot: () => this.#slot('change'),
    send: (client, change, options) => changeIntegration(client)(this.location.id, change, options),
  });
  #rates = new WriteController<Rates, Integration>(this, {
    provider: this.#provider,
    slot: () => this.#slot('rates'),
    send: (client, rates, options) => recordRates(client)(this.location.id, rates, options),
  });
  #keys = new WriteController<string | undefined, Integration>(this, {
    provider: this.#provider,
    // Nothing of a key is kept in the browser.
    slot: () => undefined,
    send: (client, key) => proveKeys(client)(this.location.id, key),
  });

  constructor() {
    super();
    new Heed(this, 'komet-application-submitted', ({ detail }) => {
      if (detail.locationId === this.location.id) void this.#query.refresh();
    });
  }

  override render() {
    const { data, state } = this.#query;
    if (data) return this.#setUp(data);
    const error = state.status === 'error' ? describeError(this.#core, state.error) : undefined;
    return loadingView(this.#text, { error, retry: () => void this.#query.refresh() });
  }

  #setUp(integration: Integration) {
    return html`<div class="set-up" @keydown=${keepTyping}>
      ${this.#checkbox(integration)} ${this.#turnOffForm()} ${this.#failure()}
      <p class="line muted" role="status">${this.#progress()}</p>
      ${standingView(this.#text, integration)} ${stepsView(this.#text, integration, this.location.timeZone)}
      ${this.#application(integration)} ${this.#ratesSection(integration)} ${this.#keysSection(integration)}
      ${merchantView(this.#text, integration)}
    </div>`;
  }

  #checkbox(integration: Integration) {
    const isOn = integration.state !== 'not-enabled';
    const stop = this.#stop(integration, isOn);
    return html`<div>
      <label class="check">
        <input
          type="checkbox"
          .checked=${isOn && this.confirmation === undefined}
          ?disabled=${stop !== undefined || this.#isBusy()}
          aria-describedby=${stop ? 'stop' : nothing}
          @change=${(event: Event) => this.#onCheck(event.target as HTMLInputElement, isOn)}
        />
        <span>${this.#text.t('enable')}</span>
      </label>
      ${stop ? html`<p id="stop" class="hint">${stop}</p>` : nothing}
    </div>`;
  }

  /** Why the checkbox can't be used. */
  #stop({ currency, nextActor }: Integration, isOn: boolean): string | undefined {
    if (!this.#provider.can('settings', 'operator')) return this.#text.t('stop.right', { right: 'settings' });
    if (isOn) return undefined;
    if (currency !== 'USD') return this.#text.t('currency', { currency });
    const isLost = nextActor === 'operator' && !this.#provider.can('operator');
    return isLost ? this.#text.t('next.turned-off') : undefined;
  }

  #onCheck(input: HTMLInputElement, isOn: boolean) {
    this.#reset();
    if (!isOn) void this.#done(this.#change.run({ enabled: true }));
    else this.confirmation = input.checked ? undefined : '';
  }

  #turnOffForm() {
    const { confirmation: typed } = this;
    if (typed === undefined) return nothing;
    const { name } = this.location;
    return turnOffForm(this.#text, {
      name,
      typed,
      change: (confirmation) => (this.confirmation = confirmation),
      keep: () => (this.confirmation = undefined),
      turnOff: () => {
        if (!isNameTyped(typed, name) || this.#isBusy()) return;
        void this.#done(this.#change.run({ enabled: false, confirmation: typed.trim() }));
      },
    });
  }

  #application({ state }: Integration) {
    if (state === 'not-enabled' || !this.#provider.can('apply', 'operator')) return nothing;
    if (this.isApplying) later(() => import('../../ui/application/application-form.js'));
    return html`<section>
      <div>
        <button
          type="button"
          aria-expanded=${this.isApplying ? 'true' : 'false'}
          @click=${() => (this.isApplying = !this.isApplying)}
        >
          ${this.#text.t('application')}
        </button>
      </div>
      ${
        this.isApplying
          ? html`<komet-ui-application-form .locationId=${this.location.id}></komet-ui-application-form>`
          : nothing
      }
    </section>`;
  }

  #ratesSection({ application, rates }: Integration) {
    if (application !== 'submitted' || !this.#provider.can('apply', 'operator')) return nothing;
    const record = ({ rates: typed }: RatesTypedEvent) => {
      this.#reset();
      void this.#done(this.#rates.run(typed));
    };
    return html`<section>
      <h3>${this.#text.t('rates')}</h3>
      <komet-ui-rates-form
        .rates=${rates}
        .inert=${this.#isBusy()}
        @komet-ui-rates-typed=${record}
      ></komet-ui-rates-form>
    </section>`;
  }

  #keysSection(integration: Integration) {
    if (!this.#provider.can('operator')) return nothing;
    return html`<komet-ui-keys-form
      place=${this.location.name}
      .integration=${integration}
      ?refused=${isRefusedKey(this.#keys.state)}
      .inert=${this.#isBusy()}
      @komet-ui-key-typed=${({ key }: KeyTypedEvent) => void this.#prove(key)}
    ></komet-ui-keys-form>`;
  }

  async #prove(key: string | undefined) {
    if (this.#isBusy()) return;
    this.#reset();
    await this.#done(this.#keys.run(key));
  }

  /** Shows where the set-up stands after a write, and tells the page. */
  async #done(writing: Promise<WriteState<Integration>>) {
    const written = await writing;
    if (written.status === 'done') this.confirmation = undefined;
    await this.#query.refresh();
    if (written.status === 'done') this.dispatchEvent(new IntegrationChangedEvent(written.value));
  }

  #reset() {
    for (const write of this.#writes()) write.reset();
  }

  #writes() {
    return [this.#change, this.#rates, this.#keys];
  }

  #isBusy(): boolean {
    return this.#writes().some(({ state }) => state.status === 'running' || state.status === 'unknown');
  }

  #failure() {
    const failed = this.#writes().find(({ state }) => state.status === 'failed' && !isRefusedKey(state));
    if (failed?.state.status !== 'failed') return nothing;
    return html`<komet-ui-failure-notice
      heading=${this.#text.t('failed.save')}
      .error=${failed.state.error}
    ></komet-ui-failure-notice>`;
  }

  #progress() {
    const states = this.#writes().map(({ state }) => state.status);
    if (states.includes('unknown')) return html`<span class="ring"></span> ${this.#text.t('unknown')}`;
    if (states.includes('running')) return html`<span class="ring"></span> ${this.#text.t('saving')}`;
    return states.includes('done') ? this.#text.t('saved') : nothing;
  }

  #slot(act: string): string | undefined {
    const company = this.#provider.session?.company.id;
    return company && `integration-${act}:${company}:${this.location.id}`;
  }
}

/** The processor knows no such key; the only thing that is not ready about a key that was just placed. */
const isRefusedKey = (state: WriteState<Integration>): boolean =>
  state.status === 'failed' && state.error.code === 'not-ready-to-charge';

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-location-setup': KometUiLocationSetup;
  }
}
