import { html, nothing } from 'lit';
import type { ReconciledBatch } from '../../../contract/reconciliation.js';
import type { Text } from './text.js';

/** What a batch goes by. Numbers start anew at every terminal, so the terminal is said. */
export function batchName(
  { t }: Text,
  { batchId, terminalId }: Pick<ReconciledBatch, 'batchId' | 'terminalId'>,
): string {
  if (batchId === undefined) return t('batches.none');
  if (terminalId === undefined) return t('close.batch', { batch: batchId });
  return t('batches.at', { batch: batchId, terminal: terminalId });
}

/** All batches or one of them; nothing to choose while there is only one. */
export function batchChoice(
  text: Text,
  batches: readonly ReconciledBatch[],
  chosen: ReconciledBatch | undefined,
  choose: (batch: ReconciledBatch | undefined) => void,
) {
  if (batches.length < 2) return nothing;
  const { t } = text;
  const pick = (event: Event) => choose(batches[(event.target as HTMLSelectElement).selectedIndex - 1]);
  return html`<select id="batch" aria-label=${t('batches.choose')} @change=${pick}>
    <option ?selected=${!chosen}>${t('batches.all')}</option>
    ${batches.map((batch) => html`<option ?selected=${batch === chosen}>${batchName(text, batch)}</option>`)}
  </select>`;
}

/** What both sides have in the chosen batch, and by how much they are off. */
export function batchSums(text: Text, batch: ReconciledBatch | undefined) {
  if (!batch) return nothing;
  const { t, money } = text;
  const { kometCents, processorCents } = batch;
  const off = kometCents - processorCents;
  const sides = { name: batchName(text, batch), komet: money(kometCents), processor: money(processorCents) };
  const said = t(off === 0 ? 'batches.agrees' : 'batches.off', { ...sides, amount: money(Math.abs(off)) });
  return html`<p class="notice ${off === 0 ? 'success' : 'danger'}" role="status">${said}</p>`;
}
