import { html, nothing } from 'lit';
import type { DraftFault } from '../../../domain/draft-review.js';
import type { OpenItems } from '../../../domain/payment-draft.js';
import type { Text } from './text.js';

/** Whatever the clerk has to settle before paying: the draft's own faults and those of the form around it. */
export type FormFault =
  | DraftFault
  | { readonly kind: 'unreadable'; readonly field: string }
  | { readonly kind: 'date-missing' }
  | { readonly kind: 'date-in-future' };

/** All faults in one place, first thing a reader meets after trying to pay; each leads to its field. */
export function faultList(
  text: Text,
  view: { faults: readonly FormFault[]; items: OpenItems; go: (fault: FormFault) => void },
) {
  const { faults } = view;
  if (faults.length === 0) return nothing;
  return html`<div class="notice danger faults" role="alert">
    <div class="text">
      <strong>${text.t('fault.heading')}</strong>
      <ul>
        ${faults.map(
          (fault) =>
            html`<li>
              <button type="button" class="link" @click=${() => view.go(fault)}>
                ${faultText(text, fault, view.items)}
              </button>
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}

export function faultText(text: Text, fault: FormFault, { invoices }: OpenItems): string {
  const numberOf = (invoiceId: string) => invoices.find((invoice) => invoice.id === invoiceId)?.number ?? invoiceId;
  switch (fault.kind) {
    case 'amount-short':
      return text.t('fault.amount-short', { amount: text.money(fault.byCents) });
    case 'overpayment-unconfirmed':
      return text.t('fault.overpayment-unconfirmed', { amount: text.money(fault.cents) });
    case 'invoice-over':
      return text.t('fault.invoice-over', { number: numberOf(fault.invoiceId), open: text.money(fault.openCents) });
    case 'invoice-not-open':
      return text.t('fault.invoice-not-open', { number: numberOf(fault.invoiceId) });
    case 'unreadable': {
      const invoiceId = fault.field.split(':')[1];
      return invoiceId
        ? text.t('fault.unreadable-invoice', { number: numberOf(invoiceId) })
        : text.t('fault.unreadable');
    }
    default:
      return text.t(`fault.${fault.kind}`);
  }
}
