import { html, svg } from 'lit';
import type { ReconciliationDay } from '../../../contract/reconciliation.js';
import type { Text } from './text.js';

const HEIGHT = 36;
const STEP = 10;

/**
 * A bar a day: its height what Komet took, its colour whether the day is closed, off or open; a sentence where it took nothing.
 * A pointer opens a day here; the keyboard does in the month.
 */
export function sparkline({ t, date }: Text, days: readonly ReconciliationDay[], open: (day: string) => void) {
  if (days.every(({ kometCents = 0 }) => kometCents === 0)) return html`<p class="hint">${t('spark.none')}</p>`;
  const most = Math.max(1, ...days.map(({ kometCents = 0 }) => Math.abs(kometCents)));
  const count = (...states: ReconciliationDay['state'][]) => days.filter(({ state }) => states.includes(state)).length;
  const said = t('spark.text', { closed: count('closed'), off: count('off'), open: count('open', 'balanced') });
  return html`<figure class="spark">
    <figcaption class="hint">${t('spark.title')}</figcaption>
    <svg role="img" aria-label=${said} viewBox="0 0 ${days.length * STEP} ${HEIGHT}" height=${HEIGHT}>
      ${days.map(({ day, state, kometCents = 0 }, index) => {
        const size = Math.max(2, Math.round((Math.abs(kometCents) / most) * HEIGHT));
        const name = t('month.day', { day: date(day), state: t(`month.${state}`) });
        return svg`<g @click=${() => open(day)}><title>${name}</title>
          <rect class="room" x=${index * STEP} width=${STEP} height=${HEIGHT}></rect>
          <rect class=${state} x=${index * STEP} y=${HEIGHT - size} width=${STEP - 2} height=${size} rx="1"></rect></g>`;
      })}
    </svg>
  </figure>`;
}
