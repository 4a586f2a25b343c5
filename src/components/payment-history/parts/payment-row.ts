import { html, nothing } from 'lit';
import type { Payment } from '../../../contract/payment.js';
import type { Column, Surroundings } from './columns.js';
import type { Text } from './text.js';

export interface RowView {
  readonly payment: Payment;
  readonly index: number;
  readonly columns: readonly Column[];
  readonly around: Surroundings;
  /** The one row that Tab reaches. */
  readonly isCurrent: boolean;
  readonly mayReverse: boolean;
}

export interface RowActs {
  readonly details: (payment: Payment) => void;
}

/** What `Control #` reads like where a payment has none yet. */
export const numberOf = ({ controlNumber, id }: Payment): string => String(controlNumber ?? id.slice(-6));

export function paymentRow(view: RowView, acts: RowActs) {
  const { payment, columns, around, index } = view;
  const { text } = around;
  return html`<tr
    aria-rowindex=${index + 2}
    tabindex=${view.isCurrent ? 0 : -1}
    class=${payment.concept === 'payment' ? '' : 'reversal'}
  >
    ${columns.map((column) => cell(view, column))}
    <td class="actions">
      ${view.mayReverse ? chargeBack(payment) : nothing}
      <button
        type="button"
        class="quiet"
        aria-label=${text.t('action.detailsOf', { number: numberOf(payment) })}
        title=${text.t('action.details')}
        @click=${() => acts.details(payment)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="7" cy="7" r="4.5" />
          <path d="m10.5 10.5 4 4" />
        </svg>
      </button>
    </td>
  </tr>`;
}

const REVERSIBLE = ['approved', 'charge-back-requested', 'charged-back'];

const chargeBack = ({ id, concept, status }: Payment) =>
  concept === 'payment' && REVERSIBLE.includes(status)
    ? html`<komet-chargeback-button payment-id=${id}></komet-chargeback-button>`
    : nothing;

function cell({ payment, around }: RowView, { key, cents, value }: Column) {
  const { text } = around;
  if (cents) {
    const amount = cents(payment);
    return html`<td class="${key} amount ${amount < 0 ? 'negative' : ''}">
      ${amount === 0 && key !== 'total' ? html`<span class="muted">–</span>` : text.decimal(amount)}
    </td>`;
  }
  const shown = value?.(payment, around) ?? '';
  if (key === 'controlNumber') return html`<th scope="row">${shown} ${conceptMark(text, payment)}</th>`;
  return html`<td class=${key} title=${key === 'notes' ? shown : ''}>
    ${key === 'status' ? statusMark(text, payment, shown) : shown}
  </td>`;
}

/** Komet marks a refund with an R beside its control number. */
function conceptMark(text: Text, { concept }: Payment) {
  if (concept === 'payment') return nothing;
  const mark = concept === 'refund' ? 'R' : 'CB';
  return html`<abbr class="tag" title=${text.t(`concept.${concept}`)}>${mark}</abbr>`;
}

function statusMark(text: Text, { status, needsReview, reversedBy }: Payment, shown: string) {
  const tone = { approved: 'success', unknown: 'warning', declined: 'danger', failed: 'danger' }[status as string];
  const reversed = reversedBy && text.t('mark.reversed', { name: reversedBy.name, at: text.date(reversedBy.at) });
  return html`<span class="tag ${tone ?? ''}" title=${reversed ?? ''}>${shown}</span>
    ${reversed ? html`<span class="visually-hidden">${reversed}</span>` : nothing}
    ${needsReview ? html`<span class="tag warning">${text.t('mark.review')}</span>` : nothing}`;
}
