import { html, nothing } from 'lit';
import type { ReconciliationEntry, ReconciliationGroup } from '../../../contract/reconciliation.js';
import { brandName } from './brand-name.js';
import { nameOf } from './entry-facts.js';
import { isDifference } from './is-difference.js';
import type { Text } from './text.js';

export const matchHead = ({ t }: Text) =>
  html`<thead>
    <tr aria-rowindex="1">
      <th scope="col" class="side">${t('groups.komet')}</th>
      <th scope="col" class="amount sum">${t('groups.amount')}</th>
      <th scope="col" class="match">${t('groups.match')}</th>
      <th scope="col" class="side">${t('groups.processor')}</th>
      <th scope="col" class="amount sum">${t('groups.amount')}</th>
    </tr>
  </thead>`;

/** Stands where a row will be that is not read yet. */
export const rowToCome = (index: number) =>
  html`<tr aria-rowindex=${index + 2} aria-busy="true">
    <td colspan="5"><span class="bone"></span></td>
  </tr>`;

/** One match as a row: Komet, how both sides were recognised as the same, the processor. */
export function matchRow(text: Text, match: ReconciliationGroup, index: number, open: () => void) {
  const { komet, processor, group } = match;
  const differs = isDifference(group);
  return html`<tr aria-rowindex=${index + 2} class=${differs ? 'differs' : ''}>
    <td class="side">${side(text, komet, open, true)}</td>
    <td class="amount sum">${komet ? text.decimal(komet.amountCents) : nothing}</td>
    <td class="match">
      ${
        differs
          ? html`<span class="tag danger">${text.t(`kindOf.${group}`)}</span>`
          : html`<span class="muted">${text.t(`group.${group}`)}</span>`
      }
      ${match.rule ? html`<small class="muted">${text.t(`rule.${match.rule}`)}</small>` : nothing}
    </td>
    <td class="side">${side(text, processor, open, !komet)}</td>
    <td class="amount sum">${processor ? text.decimal(processor.amountCents) : nothing}</td>
  </tr>`;
}

function side(text: Text, entry: ReconciliationEntry | undefined, open: () => void, opens: boolean) {
  if (!entry) return html`<span class="muted">${text.t('groups.missing')}</span>`;
  const name = nameOf(entry);
  return html`${
      opens
        ? html`<button
            type="button"
            class="link"
            data-field="open"
            aria-label=${text.t('groups.open', { name })}
            @click=${open}
          >
            ${name}
          </button>`
        : html`<span>${name}</span>`
    } <small class="muted">${whoseOf(text, entry)}</small>`;
}

function whoseOf(text: Text, { customerName, brand, last4, batchId, kind }: ReconciliationEntry): string {
  const card = [brand && brandName(text, brand), last4 && `•••• ${last4}`].filter(Boolean).join(' ');
  const batch = batchId && text.t('close.batch', { batch: batchId });
  return [kind === 'sale' ? '' : text.t(`one.${kind}`), customerName, card, batch].filter(Boolean).join(', ');
}
