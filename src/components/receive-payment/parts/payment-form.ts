import { html, nothing } from 'lit';
import '../../ui/money-field/money-field.js';
import type { MoneyTypedEvent } from '../../ui/money-field/money-field.js';
import type { Text } from './text.js';

export interface PaymentFormView {
  readonly amountCents: number;
  /** Whether the amount was typed by hand and so stays when invoices are picked. */
  readonly typed: boolean;
  readonly unreadable: string;
  readonly date: string;
  readonly today: string;
  readonly readonly: boolean;
  readonly shortByCents: number;
  readonly typeAmount: (event: MoneyTypedEvent) => void;
  readonly followSelection: () => void;
  readonly changeDate: (date: string) => void;
}

/** The amount and the day of the payment. */
export function paymentForm(text: Text, view: PaymentFormView) {
  const t = text.t;
  return html`<div class="pair">
      <komet-ui-money-field
        id="amount"
        prominent
        label=${t('payment.amount')}
        hint=${view.typed ? t('payment.typed') : t('payment.follows')}
        fault=${view.shortByCents > 0 ? t('fault.amount-short', { amount: text.money(view.shortByCents) }) : ''}
        .cents=${view.amountCents}
        .unreadable=${view.unreadable}
        ?readonly=${view.readonly}
        @komet-ui-money-typed=${view.typeAmount}
      ></komet-ui-money-field>
      <div class="field">
        <label for="date">${t('payment.date')}</label>
        <input
          id="date"
          type="date"
          max=${view.today}
          .value=${view.date}
          ?readonly=${view.readonly}
          @change=${(event: Event) => view.changeDate((event.target as HTMLInputElement).value)}
        />
      </div>
    </div>
    ${
      view.typed && !view.readonly
        ? html`<p><button type="button" class="link" @click=${view.followSelection}>${t('payment.follow')}</button></p>`
        : nothing
    }`;
}

/** Free words that stay with the payment. */
export function notesField(text: Text, notes: string, change: (notes: string) => void) {
  return html`<div class="field">
    <label for="notes">${text.t('payment.notes')}</label>
    <textarea
      id="notes"
      rows="2"
      maxlength="200"
      placeholder=${text.t('payment.notesHint')}
      .value=${notes}
      @input=${(event: InputEvent) => change((event.target as HTMLTextAreaElement).value)}
    ></textarea>
  </div>`;
}
