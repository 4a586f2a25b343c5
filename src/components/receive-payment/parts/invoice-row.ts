import { html, nothing } from 'lit';
import type { Invoice } from '../../../contract/invoice.js';
import { isPayable, type DraftLine } from '../../../domain/payment-draft.js';
import '../../ui/money-field/money-field.js';
import type { MoneyTypedEvent } from '../../ui/money-field/money-field.js';
import type { Text } from './text.js';

export interface RowView {
  readonly invoice: Invoice;
  readonly index: number;
  readonly line: DraftLine | undefined;
  readonly discounts: boolean;
  readonly readonly: boolean;
  readonly overdue: boolean;
  readonly unreadablePay: string;
  readonly unreadableDiscount: string;
}

export interface RowActs {
  readonly toggle: (invoice: Invoice) => void;
  readonly pay: (invoice: Invoice, event: MoneyTypedEvent) => void;
  readonly discount: (invoice: Invoice, event: MoneyTypedEvent) => void;
}

/** One invoice as a row; on narrow screens what the hidden columns say stands under the number. */
export function invoiceRow(text: Text, view: RowView, acts: RowActs) {
  const { invoice, line } = view;
  return html`<tr aria-rowindex=${view.index + 2} class=${line ? 'applied' : ''}>
    <td class="apply">${applyButton(text, view, acts)}</td>
    <th scope="row">
      ${invoice.number}
      <small class="narrow">${text.t('invoices.narrow', { balance: text.money(invoice.balanceCents) })}</small>
      <small class="narrow">${due(text, view)}</small>
    </th>
    <td class="wide">${text.date(invoice.shipDate)}</td>
    <td class="wide">${due(text, view)}</td>
    <td class="wide po" title=${invoice.customerPo ?? ''}>${invoice.customerPo}</td>
    <td class="wide amount total muted">${text.decimal(invoice.totalCents)}</td>
    <td class="wide amount">${text.decimal(invoice.balanceCents)}</td>
    ${view.discounts ? html`<td class="amount money">${discountField(text, view, acts)}</td>` : nothing}
    <td class="amount money">${payField(text, view, acts)}</td>
  </tr>`;
}

function applyButton(text: Text, { invoice, line, readonly }: RowView, acts: RowActs) {
  if (readonly && !line) return nothing;
  if (!isPayable(invoice)) return nothing;
  return html`<button
    type="button"
    class="toggle"
    aria-pressed=${line ? 'true' : 'false'}
    aria-label=${text.t('invoices.applyOne', { number: invoice.number })}
    @click=${() => acts.toggle(invoice)}
  >
    <svg class="check" viewBox="0 0 12 12" aria-hidden="true"><path d="M2 6.5 5 9.3 10 3" /></svg>
    ${text.t('invoices.apply')}
  </button>`;
}

function due(text: Text, { invoice, overdue }: RowView) {
  if (!invoice.dueDate) return nothing;
  const date = text.date(invoice.dueDate);
  if (!overdue) return date;
  return html`<span class="overdue">${date}<span class="visually-hidden"> ${text.t('invoices.overdue')}</span></span>`;
}

function payField(text: Text, view: RowView, acts: RowActs) {
  const { invoice, line } = view;
  if (invoice.heldByPaymentId) return html`<span class="held">${text.t('invoices.held')}</span>`;
  if (!isPayable(invoice)) return html`<span class="muted">${text.decimal(0)}</span>`;
  const over = line !== undefined && line.amountCents + line.discountCents > invoice.openCents;
  return html`<komet-ui-money-field
    compact
    label-hidden
    data-field="pay"
    label=${text.t('invoices.toPayOf', { number: invoice.number })}
    fault=${over ? text.t('invoices.over', { open: text.money(invoice.openCents) }) : ''}
    .cents=${line?.amountCents ?? 0}
    .unreadable=${view.unreadablePay}
    ?readonly=${view.readonly}
    @komet-ui-money-typed=${(event: MoneyTypedEvent) => acts.pay(invoice, event)}
  ></komet-ui-money-field>`;
}

function discountField(text: Text, view: RowView, acts: RowActs) {
  const { invoice, line } = view;
  if (!isPayable(invoice)) return nothing;
  return html`<komet-ui-money-field
    compact
    label-hidden
    data-field="discount"
    label=${text.t('invoices.discountOf', { number: invoice.number })}
    .cents=${line?.discountCents ?? 0}
    .unreadable=${view.unreadableDiscount}
    ?readonly=${view.readonly}
    @komet-ui-money-typed=${(event: MoneyTypedEvent) => acts.discount(invoice, event)}
  ></komet-ui-money-field>`;
}
