import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { LocationSettings, LocationSettingsChange } from '../../../contract/setting.js';
import { describeError } from '../../../controllers/describe-error.js';
import { Localize } from '../../../controllers/localize.js';
import { ProviderController } from '../../../controllers/provider.js';
import { QueryController } from '../../../controllers/query.js';
import { WriteController } from '../../../controllers/write.js';
import { element } from '../../../define.js';
import { SettingsChangedEvent } from '../../../events.js';
import { coreTexts } from '../../../locales/core/catalogue.js';
import { paymentSettingsTexts } from '../../../locales/payment-settings/catalogue.js';
import { settingTexts } from '../../../locales/setting/catalogue.js';
import { changeLocationSettings, readLocationSettings } from '../../../services/settings.js';
import { widget } from '../../../styles/widget.js';
import { loadingView } from '../../ui/loading-view.js';
import { saveStatus } from '../../ui/setting/save-status.js';
import { settingCheck } from '../../ui/setting/setting-check.js';
import { setting } from '../../ui/setting/setting.styles.js';
import { draftOf, readFee, type FeeDraft } from './fee-draft.js';
import { feeForm } from './fee-form.js';
import { styles } from './location-settings.styles.js';

const CHECKS = [
  ['allowPaymentUponConfirmation', 'upon-confirmation'],
  ['allowSalespeopleToManageCards', 'salespeople'],
] as const;

/** The settings of one location: boxes are saved as they are clicked, the fee by its button. */
@element('komet-ui-location-settings')
export class KometUiLocationSettings extends LitElement {
  static override styles = [...widget, setting, styles];

  @property({ attribute: 'location-id' }) locationId = '';
  @property({ attribute: 'location-name' }) locationName = '';
  /** Nothing may be changed; why is said once for all locations. */
  @property({ type: Boolean }) locked = false;
  /** What is typed into the fee's fields; undefined while they show what is saved. */
  @state() private fee: FeeDraft | undefined;
  @state() private isTried = false;

  #text = new Localize(this, paymentSettingsTexts);
  #common = new Localize(this, settingTexts);
  #core = new Localize(this, coreTexts);
  #provider = new ProviderController(this);
  #settings = new QueryController(this, {
    provider: this.#provider,
    args: () => (this.locationId ? ([this.locationId] as const) : undefined),
    load: (client, [locationId], signal) => readLocationSettings(client)(locationId, { signal }),
  });
  #write = new WriteController<LocationSettingsChange, LocationSettings>(this, {
    provider: this.#provider,
    slot: () => undefined,
    send: (client, change, options) => changeLocationSettings(client)(this.locationId, change, options),
  });

  refresh(): Promise<void> {
    return this.#settings.refresh();
  }

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('locationId')) return;
    this.fee = undefined;
    this.#write.reset();
  }

  override render() {
    return html`<section aria-labelledby="name">
      <h3 id="name">${this.locationName}</h3>
      ${this.#content()}
    </section>`;
  }

  #content() {
    const { data, state } = this.#settings;
    if (data) return this.#form(data);
    const error = state.status === 'error' ? describeError(this.#core, state.error) : undefined;
    return loadingView(this.#common, { error, retry: () => void this.#settings.refresh() });
  }

  #form(settings: LocationSettings) {
    const { status } = this.#write.state;
    const isLocked = this.locked || status === 'running' || status === 'unknown';
    return html`${CHECKS.map(([name, key]) =>
      settingCheck({
        id: key,
        label: this.#text.t(key),
        hint: this.#text.t(`${key}.hint`),
        checked: settings[name],
        isLocked,
        change: (checked) => void this.#save({ [name]: checked }),
      }),
    )}
    ${feeForm(this.#text, {
      draft: this.fee ?? draftOf(settings.feeRule, this.#text.decimal),
      isChanged: this.fee !== undefined,
      isTried: this.isTried,
      isLocked,
      change: (part) => (this.fee = { ...(this.fee ?? draftOf(settings.feeRule, this.#text.decimal)), ...part }),
      save: () => void this.#saveFee(),
    })}
    ${status === 'idle' ? nothing : saveStatus(this.#common, this.#write.state, (error) => describeError(this.#core, error))}`;
  }

  async #saveFee() {
    this.isTried = true;
    const read = this.fee && readFee(this.fee, this.#text.decimalMark);
    if (!read || 'fault' in read) return this.renderRoot.querySelector<HTMLElement>('#value')?.focus();
    if (await this.#save({ feeRule: read.rule })) {
      this.fee = undefined;
      this.isTried = false;
    }
  }

  async #save(change: LocationSettingsChange): Promise<boolean> {
    const saved = await this.#write.run(change);
    await this.#settings.refresh();
    if (saved.status !== 'done') return false;
    this.dispatchEvent(new SettingsChangedEvent({ locationId: this.locationId }));
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-location-settings': KometUiLocationSettings;
  }
}
