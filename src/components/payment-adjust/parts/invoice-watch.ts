import { html } from 'lit';
import { sumOf } from '../../../domain/payment-plan.js';
import type { AdjustedInvoice } from './adjustment.js';
import type { Text } from './text.js';

/** The reopened invoices as they stand, beside what the first payment put on them. */
export function invoiceWatch(text: Text, invoices: readonly AdjustedInvoice[]) {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">${text.t('change.invoice')}</th>
        <th scope="col" class="amount">${text.t('change.before')}</th>
        <th scope="col" class="amount">${text.t('change.now')}</th>
      </tr>
    </thead>
    <tbody>
      ${invoices.map(
        ({ number, beforeCents, openCents }) =>
          html`<tr class=${openCents === beforeCents ? '' : 'changed'}>
            <th scope="row">${number}</th>
            <td class="amount">${text.money(beforeCents)}</td>
            <td class="amount">${openCents > 0 ? text.money(openCents) : text.t('change.gone')}</td>
          </tr>`,
      )}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">${text.t('change.total')}</th>
        <td class="amount">${text.money(sumOf(invoices, (one) => one.beforeCents))}</td>
        <td class="amount">${text.money(sumOf(invoices, (one) => one.openCents))}</td>
      </tr>
    </tfoot>
  </table>`;
}
