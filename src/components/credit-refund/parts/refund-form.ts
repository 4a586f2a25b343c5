import { html } from 'lit';
import type { RefundableCredit } from '../../../contract/credit-refund.js';
import '../../ui/money-field/money-field.js';
import type { MoneyTypedEvent } from '../../ui/money-field/money-field.js';
import { amountFault, amountOf, type RefundDraft } from './refund-draft.js';
import { cardText, type Text } from './text.js';

export interface RefundForm {
  readonly credit: RefundableCredit;
  readonly draft: RefundDraft;
  readonly isRunning: boolean;
  readonly change: (part: Partial<RefundDraft>) => void;
  readonly send: () => void;
}

export function refundForm(text: Text, form: RefundForm) {
  const { credit, draft, isRunning, change } = form;
  const amount = text.money(amountOf(draft, credit));
  const card = cardText(credit);
  return html`<div class="form" .inert=${isRunning}>
      ${amountField(text, form)}
      <div class="field">
        <label for="date">${text.t('date')}</label>
        <input
          id="date"
          type="date"
          min=${credit.date}
          max=${credit.today}
          .value=${draft.date ?? credit.today}
          @change=${({ target }: Event) => change({ date: (target as HTMLInputElement).value })}
        />
      </div>
      <div class="field">
        <label for="reason">${text.t('reason')}</label>
        <input
          id="reason"
          maxlength="200"
          .value=${draft.reason}
          @input=${({ target }: Event) => change({ reason: (target as HTMLInputElement).value })}
        />
      </div>
    </div>
    <div class="act">
      <button type="button" class="primary" aria-disabled=${isRunning ? 'true' : 'false'} @click=${form.send}>
        ${card ? text.t('send.to', { amount, card }) : text.t('send', { amount })}
      </button>
      <small class="muted">${text.t('final')}</small>
    </div>`;
}

function amountField(text: Text, { credit, draft, change }: RefundForm) {
  const fault = amountFault(draft, credit);
  const most = { amount: text.money(credit.refundableCents) };
  const onTyped = ({ text: typed, reading }: MoneyTypedEvent) =>
    change(reading.ok ? { amountCents: reading.cents, unreadable: '' } : { unreadable: typed });
  return html`<komet-ui-money-field
    label=${text.t('amount')}
    hint=${text.t('amount.hint', most)}
    fault=${fault ? text.t(fault, most) : ''}
    .cents=${amountOf(draft, credit)}
    .unreadable=${draft.unreadable}
    @komet-ui-money-typed=${onTyped}
  ></komet-ui-money-field>`;
}
