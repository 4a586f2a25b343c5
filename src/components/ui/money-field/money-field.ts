import { LitElement, html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Localize } from '../../../controllers/localize.js';
import { element } from '../../../define.js';
import { readAmount, type TypedAmount } from '../../../domain/typed-amount.js';
import { moneyFieldTexts } from '../../../locales/money-field/catalogue.js';
import { fields } from '../../../styles/fields.js';
import { host } from '../../../styles/host.js';
import { tokens } from '../../../styles/tokens.js';
import { styles } from './money-field.styles.js';

/** What a person typed, as it was typed and as it was read. Internal: neither bubbles nor leaves the widget. */
export class MoneyTypedEvent extends Event {
  static readonly type = 'komet-ui-money-typed';
  readonly text: string;
  readonly reading: TypedAmount;

  constructor(text: string, reading: TypedAmount) {
    super(MoneyTypedEvent.type);
    this.text = text;
    this.reading = reading;
  }
}

/**
 * Dollars typed by hand, kept as cents. While the field has the focus it shows what is typed, afterwards what was read.
 * @attr {boolean} compact - In a table: no frame until it is touched
 * @attr {boolean} prominent - The one amount that matters: larger
 */
@element('komet-ui-money-field')
export class KometUiMoneyField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, host, fields, styles];

  @property() label = '';
  /** Names the field for assistive technology only. */
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false;
  @property({ type: Number }) cents = 0;
  /** A text that could not be read, kept by the owner so that it isn't lost. */
  @property() unreadable = '';
  /** Why the amount is refused, shown below and read with the field. */
  @property() fault = '';
  @property() hint = '';
  @property({ type: Boolean }) readonly = false;
  @state() private typed: string | undefined;
  @query('input') private input!: HTMLInputElement;

  #text = new Localize(this, moneyFieldTexts);

  override render() {
    const reading = this.#read(this.typed ?? this.unreadable);
    const fault = reading.ok ? this.fault : this.#text.t(reading.fault);
    const prose = fault ? 'fault' : 'hint';
    return html`<div class="field">
      ${this.labelHidden ? nothing : html`<label for="amount">${this.label}</label>`}
      <div class="box">
        ${this.labelHidden ? nothing : html`<span class="sign" aria-hidden="true">$</span>`} ${this.#input(fault)}
      </div>
      <div id="about" class=${this.labelHidden ? 'visually-hidden' : prose}>${fault || this.hint}</div>
    </div>`;
  }

  #input(fault: string) {
    return html`<input
      id="amount"
      inputmode="decimal"
      autocomplete="off"
      aria-label=${this.labelHidden ? this.label : nothing}
      aria-invalid=${fault ? 'true' : 'false'}
      aria-describedby="about"
      placeholder=${this.#text.decimal(0)}
      ?readonly=${this.readonly}
      .value=${this.typed ?? (this.unreadable || this.#shown())}
      @pointerdown=${this.#onPointerDown}
      @focus=${this.#onFocus}
      @input=${this.#onInput}
      @blur=${this.#onBlur}
    />`;
  }

  #read(text: string): TypedAmount {
    return readAmount(text, this.#text.decimalMark);
  }

  #shown(): string {
    return this.cents === 0 ? '' : this.#text.decimal(this.cents);
  }

  /** Lets a click select everything too: the browser would put the caret down after the focus. */
  #onPointerDown(event: PointerEvent) {
    if (this.shadowRoot?.activeElement === this.input) return;
    event.preventDefault();
    this.input.focus();
  }

  #onFocus() {
    this.typed = this.input.value;
    this.input.select();
  }

  #onInput() {
    const text = this.input.value;
    this.typed = text;
    this.dispatchEvent(new MoneyTypedEvent(text, this.#read(text)));
  }

  #onBlur() {
    this.typed = undefined;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'komet-ui-money-field': KometUiMoneyField;
  }
}
