import { html, nothing } from 'lit';
import type { Text } from './text.js';

export const STEPS = ['back', 'change', 'charge'] as const;

/** The way ahead, with where the clerk is; `at` is 3 once everything is done. */
export function stepList(text: Text, at: number) {
  return html`<ol class="steps">
    ${STEPS.map(
      (step, index) =>
        html`<li class=${index < at ? 'past' : ''} aria-current=${index === at ? 'step' : 'false'}>
          <span class="number" aria-hidden="true">${index < at ? '✓' : index + 1}</span>
          <span>${text.t(`step.${step}`)}</span>
          ${index < at ? html`<span class="visually-hidden">(${text.t('step.done')})</span>` : nothing}
          ${index === at ? html`<span class="visually-hidden">(${text.t('step.now')})</span>` : nothing}
        </li>`,
    )}
  </ol>`;
}
