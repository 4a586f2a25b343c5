import { html } from 'lit';
import type { Deposit } from '../../../contract/reconciliation.js';
import { batchName } from './batch-choice.js';
import { brandName } from './brand-name.js';
import type { Text } from './text.js';

type DepositBatch = Deposit['byBatch'][number];

/** Shows the lines of one batch. */
export type OpenBatch = (batch: DepositBatch) => void;

/** What is entered as the bank deposit, by card brand and by batch; a batch leads to its lines. */
export function depositLists(text: Text, deposit: Deposit, open: OpenBatch) {
  const { t, money } = text;
  const isWhole = deposit.byBatch.length < 2;
  return html`<p class="sum">${t('close.deposit', { amount: money(deposit.cents) })}</p>
    <div class="parts">
      ${depositParts(text, deposit).map((part) => list(text, part, isWhole ? undefined : open))}
    </div>`;
}

export interface DepositPart {
  readonly title: string;
  readonly lines: readonly { readonly name: string; readonly cents: number; readonly batch?: DepositBatch }[];
}

/** The lines of the deposit; either part adds up to the whole. */
export function depositParts(text: Text, { byBrand, byBatch }: Deposit): readonly DepositPart[] {
  const { t } = text;
  const batches = byBatch.map((batch) => ({ name: nameIn(text, byBatch, batch), cents: batch.cents, batch }));
  const brands = byBrand.map(({ brand, cents }) => ({ name: brandName(text, brand), cents }));
  return [
    { title: t('close.brands'), lines: brands },
    { title: t('close.batches'), lines: batches },
  ];
}

/** The terminal is said where two of them have a batch of the same number. */
function nameIn(text: Text, batches: readonly DepositBatch[], { batchId, terminalId }: DepositBatch): string {
  const isAlone = batches.filter((one) => one.batchId === batchId).length === 1;
  const id = batchId === '' ? undefined : batchId;
  return batchName(text, { batchId: id, terminalId: isAlone ? undefined : terminalId });
}

function list({ money }: Text, { title, lines }: DepositPart, open: OpenBatch | undefined) {
  if (lines.length === 0) return '';
  return html`<div>
    <h4>${title}</h4>
    <dl>
      ${lines.map(
        ({ name, cents, batch }) =>
          html`<div>
            <dt>
              ${
                batch && open
                  ? html`<button type="button" class="link" @click=${() => open(batch)}>${name}</button>`
                  : name
              }
            </dt>
            <dd class="amount">${money(cents)}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}
