import { LitElement, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Rates } from '../../../contract/integration.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { readAmount } from '../../../domain/typed-amount.js';
import { integrationSetupTexts } from '../../../locales/integration-setup/catalogue.js';
import { widget } from '../../../styles/widget.js';
import '../../ui/money-field/money-field.js';
import type { MoneyTypedEvent } from '../../ui/money-field/money-field.js';
import { styles } from './location-setup.styles.js';

const MOST_HUNDREDTHS = 2_000;
const MOST_EACH_CENTS = 1_000;

/** What is to be recorded. Internal: neither bubbles nor leaves the widget. */
export class RatesTypedEvent extends Event {
  readonly rates: Rates;

  constructor(rates: Rates) {
    super('komet-ui-rates-typed');
    this.rates = rates;
  }
}

/** What was agreed on with the processor, shown once it is recorded and typed before. */
@element('komet-ui-rates-form')
export class KometUiRatesForm extends LitElement {
  static override styles = [...widget, styles];

  @property({ attribute: false }) rates: Rates | undefined;
  @state() private isOpen = false;
  @state() private percent: string | undefined;
  @state() private eachCents: number | undefined;
  @state() private monthlyCents: number | undefined;
  @state() private unreadable: Readonly<Record<string, string>> = {};
  @state() private notes: string | undefined;
  @state() private isTried = false;

  #text = new Localize(this, integrationSetupTexts);

  override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('rates')) this.isOpen = false;
  }

  override render() {
    return this.rates && !this.isOpen ? this.#kept(this.rates) : this.#form();
  }

  #kept({ percentHundredths, perPaymentCents, monthlyCents, notes }: Rates) {
    const kept = { percent: this.#text.decimal(percentHundredths), amount: this.#text.money(perPaymentCents) };
    const monthly = monthlyCents && this.#text.t('rates.kept.monthly', { amount: this.#text.money(monthlyCents) });
    return html`<div class="act">
      <span>${[this.#text.t('rates.kept', kept), monthly, notes].filter(Boolean).join(' · ')}</span>
      <button type="button" class="quiet" @click=${() => (this.isOpen = true)}>${this.#text.t('rates.change')}</button>
    </div>`;
  }

  #form() {
    const fault = this.isTried && this.#hundredths() === undefined;
    return html`<div class="panel">
      <p class="muted">${this.#text.t('rates.lead')}</p>
      <div class="form">
        <div class="field">
          <label for="percent">${this.#text.t('rates.percent')}</label>
          <input
            id="percent"
            inputmode="decimal"
            autocomplete="off"
            .value=${this.#percentText()}
            aria-invalid=${fault ? 'true' : 'false'}
            aria-describedby=${fault ? 'percent-fault' : nothing}
            @input=${({ target }: Event) => (this.percent = (target as HTMLInputElement).value)}
          />
          ${fault ? html`<div id="percent-fault" class="fault">${this.#text.t('rates.percent.fault')}</div>` : nothing}
        </div>
        ${this.#money('each', this.#each(), (cents) => (this.eachCents = cents))}
        ${this.#money('monthly', this.#monthly(), (cents) => (this.monthlyCents = cents))}
        <div class="field">
          <label for="notes">${this.#text.t('rates.notes')}</label>
          <input
            id="notes"
            maxlength="200"
            .value=${this.notes ?? this.rates?.notes ?? ''}
            @input=${({ target }: Event) => (this.notes = (target as HTMLInputElement).value)}
          />
        </div>
      </div>
      <div class="act">
        <button type="button" class="primary" @click=${this.#send}>${this.#text.t('rates.save')}</button>
      </div>
    </div>`;
  }

  #money(name: 'each' | 'monthly', cents: number, keep: (cents: number) => void) {
    const isTooMuch = name === 'each' && cents > MOST_EACH_CENTS;
    const onTyped = ({ text, reading }: MoneyTypedEvent) => {
      this.unreadable = { ...this.unreadable, [name]: reading.ok ? '' : text };
      if (reading.ok) keep(reading.cents);
    };
    return html`<komet-ui-money-field
      label=${this.#text.t(`rates.${name}`)}
      fault=${isTooMuch ? this.#text.t('rates.each.fault', { amount: this.#text.money(MOST_EACH_CENTS) }) : ''}
      .cents=${cents}
      .unreadable=${this.unreadable[name] ?? ''}
      @komet-ui-money-typed=${onTyped}
    ></komet-ui-money-field>`;
  }

  #each = (): number => this.eachCents ?? this.rates?.perPaymentCents ?? 0;
  #monthly = (): number => this.monthlyCents ?? this.rates?.monthlyCents ?? 0;

  #percentText(): string {
    return this.percent ?? (this.rates ? this.#text.decimal(this.rates.percentHundredths) : '');
  }

  /** 290 of `2.90`; undefined for what is no percentage of 0 to 20. */
  #hundredths(): number | undefined {
    const typed = this.#percentText().trim();
    const reading = readAmount(typed, this.#text.decimalMark);
    return typed !== '' && reading.ok && reading.cents <= MOST_HUNDREDTHS ? reading.cents : undefined;
  }

  #send = () => {
    this.isTried = true;
    const percentHundredths = this.#hundredths();
    const isUnreadable = Object.values(this.unreadable).some((typed) => typed !== '');
    if (percentHundredths === undefined || isUnreadable || this.#each() > MOST_EACH_CENTS) return;
    const notes = (this.notes ?? this.rates?.notes ?? '').trim();
    const rates = { percentHundredths, perPaymentCents: this.#each(), monthlyCents: this.#monthly() };
    this.dispatchEvent(new RatesTypedEvent({ ...rates, ...(notes && { notes }) }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-rates-form': KometUiRatesForm;
  }
}
