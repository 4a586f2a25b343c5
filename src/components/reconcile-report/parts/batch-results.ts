import { html } from 'lit';
import type { BatchClosing } from '../../../contract/reconciliation.js';
import type { Text } from './text.js';

/** What became of the open batch of each terminal. */
export function batchResults({ t, money }: Text, batches: BatchClosing['batches']) {
  return html`<ul class="notice" role="status">
    ${batches.map(
      ({ terminalId, batchId = '', outcome, netCents = 0 }) =>
        html`<li>${t(`batch.${outcome}`, { terminal: terminalId, batch: batchId, amount: money(netCents) })}</li>`,
    )}
  </ul>`;
}
