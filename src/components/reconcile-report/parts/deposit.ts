import { html } from 'lit';
import type { Deposit } from '../../../contract/reconciliation.js';
import { brandName } from './brand-name.js';
import type { Text } from './text.js';

/** What is entered as the bank deposit, by card brand and by batch. */
export function depositLists(text: Text, deposit: Deposit) {
  const { t, money } = text;
  return html`<p class="sum">${t('close.deposit', { amount: money(deposit.cents) })}</p>
    <div class="parts">${depositParts(text, deposit).map(({ title, lines }) => list(text, title, lines))}</div>`;
}

export interface DepositPart {
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly cents: number }[];
}

/** The lines of the deposit; either part adds up to the whole. */
export function depositParts(text: Text, { byBrand, byBatch }: Deposit): readonly DepositPart[] {
  const { t } = text;
  const batches = byBatch.map(({ batchId, cents }) => ({ name: t('close.batch', { batch: batchId }), cents }));
  const brands = byBrand.map(({ brand, cents }) => ({ name: brandName(text, brand), cents }));
  return [
    { title: t('close.brands'), lines: brands },
    { title: t('close.batches'), lines: batches },
  ];
}

function list({ money }: Text, title: string, lines: DepositPart['lines']) {
  if (lines.length === 0) return '';
  return html`<div>
    <h4>${title}</h4>
    <dl>
      ${lines.map(
        ({ name, cents }) =>
          html`<div>
            <dt>${name}</dt>
            <dd class="amount">${money(cents)}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}
