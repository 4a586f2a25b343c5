import { html } from 'lit';
import type { ReconciliationDay } from '../../../contract/reconciliation.js';
import type { Text } from './text.js';

const TONES = { closed: 'success', balanced: '', off: 'danger', open: 'warning', none: '' } as const;

/** The days that were compared together, each with its own state and one press away. */
export function rangeDays(text: Text, days: readonly ReconciliationDay[], open: (day: string) => void) {
  const { t } = text;
  return html`<section class="totals days" aria-labelledby="days-title">
    <h3 id="days-title">${t('range.days')}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${t('day')}</th>
          <th scope="col">${t('field.state')}</th>
          <th scope="col" class="amount">${t('totals.komet')}</th>
          <th scope="col" class="amount">${t('totals.off')}</th>
        </tr>
      </thead>
      <tbody>
        ${days.map((day) => row(text, day, open))}
      </tbody>
    </table>
  </section>`;
}

function row(
  { t, date, decimal }: Text,
  { day, state, kometCents, offCents }: ReconciliationDay,
  open: (day: string) => void,
) {
  return html`<tr>
    <th scope="row"><button type="button" class="link" @click=${() => open(day)}>${date(day)}</button></th>
    <td>
      ${state === 'none' ? html`<span class="muted">${t('month.none')}</span>` : html`<span class="tag ${TONES[state]}">${t(`month.${state}`)}</span>`}
    </td>
    <td class="amount">${decimal(kometCents ?? 0)}</td>
    <td class="amount ${offCents ? 'wrong' : 'muted'}">${offCents === undefined ? '–' : decimal(offCents)}</td>
  </tr>`;
}
