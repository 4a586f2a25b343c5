import { html, nothing } from 'lit';
import type { PaymentTotals } from '../../../contract/payment-report.js';
import type { Text } from './text.js';

/** What the list adds up to; unbooked payments count for nothing. */
export function totalsLine(text: Text, totals: PaymentTotals | undefined) {
  if (!totals) return html`<div class="totals" aria-hidden="true"><span class="bone"></span></div>`;
  const sum = (isPayment: boolean) =>
    totals.groups
      .filter(({ concept }) => (concept === 'payment') === isPayment)
      .reduce((total, group) => total + group.totalCents, 0);
  const fees = totals.groups.reduce((total, group) => total + group.feeCents, 0);
  const { t, money } = text;
  return html`<dl class="totals">
    ${entry(t('totals.count'), text.number(totals.count))} ${entry(t('totals.payments'), money(sum(true)))}
    ${sum(false) === 0 ? nothing : entry(t('totals.reversals'), money(sum(false)))}
    ${fees === 0 ? nothing : entry(t('totals.fees'), money(fees))}
    ${entry(t('totals.net'), money(totals.netCents), 'net')}
  </dl>`;
}

const entry = (name: string, amount: string, kind = '') =>
  html`<div class=${kind}>
    <dt>${name}</dt>
    <dd>${amount}</dd>
  </div>`;
