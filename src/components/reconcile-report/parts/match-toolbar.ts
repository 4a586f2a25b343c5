import { html, nothing } from 'lit';
import type { ReconciledBatch } from '../../../contract/reconciliation.js';
import { batchChoice } from './batch-choice.js';
import type { Text } from './text.js';

export interface Toolbar {
  /** How many lines there are; undefined until they are counted. */
  readonly total: number | undefined;
  readonly search: string;
  /** Undefined where there is no difference to choose. */
  readonly differencesOnly: boolean | undefined;
  readonly batches: readonly ReconciledBatch[];
  readonly batch: ReconciledBatch | undefined;
}

export interface ToolbarActs {
  readonly search: (typed: string) => void;
  readonly only: (differences: boolean) => void;
  readonly batch: (batch: ReconciledBatch | undefined) => void;
}

/** What of both reports is listed, and how much that is. */
export function matchToolbar(
  text: Text,
  { total, search, differencesOnly, batches, batch }: Toolbar,
  acts: ToolbarActs,
) {
  const { t } = text;
  const typed = (event: InputEvent) => acts.search((event.target as HTMLInputElement).value);
  const ticked = (event: Event) => acts.only((event.target as HTMLInputElement).checked);
  return html`<div class="toolbar">
    <h3>
      ${t('groups.title')}
      <span class="count" role="status">${total === undefined ? nothing : t('groups.count', { count: total })}</span>
    </h3>
    ${
      differencesOnly === undefined
        ? nothing
        : html`<label class="check"
            ><input type="checkbox" .checked=${differencesOnly} @change=${ticked} />${t('groups.only')}</label
          >`
    }
    ${batchChoice(text, batches, batch, acts.batch)}
    <input
      id="search"
      type="search"
      autocomplete="off"
      maxlength="100"
      placeholder=${t('groups.search')}
      aria-label=${t('groups.search')}
      .value=${search}
      @input=${typed}
    />
    <slot></slot>
  </div>`;
}
