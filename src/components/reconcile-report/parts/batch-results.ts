import { html, nothing } from 'lit';
import type { BatchClosing } from '../../../contract/reconciliation.js';
import type { Text } from './text.js';

type Closed = BatchClosing['batches'][number];

/** What became of the open batch of each terminal; where one was closed, the day is worth comparing again. */
export function batchResults(text: Text, batches: readonly Closed[], compare: () => void) {
  const isMoved = batches.some(({ outcome }) => outcome === 'closed' || outcome === 'pending');
  return html`<div class="notice" role="status">
    <ul class="text">
      ${batches.map((batch) => html`<li>${resultOf(text, batch)}</li>`)}
    </ul>
    ${isMoved ? html`<button type="button" @click=${compare}>${text.t('refresh')}</button>` : nothing}
  </div>`;
}

function resultOf({ t, money }: Text, { outcome, terminalId, batchId = '', ...batch }: Closed): string {
  const { netCents = 0, count = 0, processor } = batch;
  const facts = { terminal: terminalId, batch: batchId, amount: money(netCents) };
  if (outcome !== 'differs' || !processor) return t(`batch.${outcome}`, facts);
  const ours = t('batch.side', { amount: money(netCents), count });
  const theirs = t('batch.side', { amount: money(processor.netCents), count: processor.count });
  return t('batch.differs', { ...facts, ours, theirs, off: money(Math.abs(netCents - processor.netCents)) });
}
