import { html, nothing } from 'lit';
import type { Reconciliation } from '../../../contract/reconciliation.js';
import type { Text } from './text.js';

/** Bars where the answer will stand; a long comparison tells how far it is and can be stopped. */
export function waiting({ t, number }: Text, run: Reconciliation | undefined, slow: boolean, cancel: () => void) {
  const { stage, done, total } = run?.progress ?? {};
  return html`<section aria-busy="true">
    <p class="visually-hidden" role="status">${t('loading')}</p>
    ${
      stage
        ? html`<p>
            ${t(`progress.${stage}`, { done: number(done ?? 0) })}
            ${
              total
                ? html`<progress aria-label=${t('loading')} max=${total} value=${done ?? 0}></progress>`
                : html`<progress aria-label=${t('loading')}></progress>`
            }
            <button type="button" @click=${cancel}>${t('progress.cancel')}</button>
          </p>`
        : html`<p class="muted">${slow ? t('slow') : nothing}</p>`
    }
    <div class="skeleton" aria-hidden="true">${[0, 1, 2, 3, 4, 5].map(() => html`<span class="bone"></span>`)}</div>
  </section>`;
}
