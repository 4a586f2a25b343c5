import { html } from 'lit';
import type { Text } from './text.js';

export interface HeadView {
  /** The days that are listed, as they are read. */
  readonly range: string;
  readonly panel: 'none' | 'search' | 'columns';
  /** How many payments an export has read so far; undefined while there is none. */
  readonly exported: number | undefined;
  readonly toggle: (panel: 'search' | 'columns') => void;
  readonly save: (kind: 'csv' | 'print') => void;
}

export function historyHead(text: Text, view: HeadView) {
  const { t } = text;
  const panel = (name: 'search' | 'columns', looks: string) =>
    html`<button
      type="button"
      class=${looks}
      aria-expanded=${view.panel === name ? 'true' : 'false'}
      @click=${() => view.toggle(name)}
    >
      ${t(`history.${name}`)}
    </button>`;
  return html`<div class="head">
    <h2>${t('history.title')} <span class="range">${view.range}</span></h2>
    ${panel('search', '')} ${panel('columns', 'quiet')}
    <button type="button" class="quiet" @click=${() => view.save('csv')}>
      ${view.exported === undefined ? t('history.export') : t('history.exporting', { count: view.exported })}
    </button>
    <button type="button" class="quiet" @click=${() => view.save('print')}>${t('history.print')}</button>
  </div>`;
}
