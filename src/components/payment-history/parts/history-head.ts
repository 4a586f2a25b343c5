import { html, nothing } from 'lit';
import type {} from '../../ui/failure-notice.js';
import { later } from '../../ui/later.js';
import type { ExportKind, ExportState } from './list-export.js';
import type { Text } from './text.js';

export interface HeadView {
  /** The days that are listed, as they are read. */
  readonly range: string;
  readonly panel: 'none' | 'search' | 'columns';
  readonly exporting: ExportState;
  readonly toggle: (panel: 'search' | 'columns') => void;
  readonly save: (kind: ExportKind) => void;
  readonly cancel: () => void;
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
    ${panel('search', '')} ${panel('columns', 'quiet')} ${exportButtons(text, view)}
  </div>`;
}

function exportButtons({ t }: Text, { exporting, save, cancel }: HeadView) {
  if (exporting.status === 'running') {
    const { count } = exporting;
    return html`<span class="exporting muted" role="status">
        <span class="ring"></span>
        ${count === undefined ? t('history.exporting') : t('history.exporting.count', { count })}
      </span>
      <button type="button" class="quiet" @click=${cancel}>${t('history.export.cancel')}</button>`;
  }
  const button = (kind: ExportKind, name: string) =>
    html`<button type="button" class="quiet" @click=${() => save(kind)}>${name}</button>`;
  return html`${button('csv', t('history.export.csv'))} ${button('xlsx', t('history.export.xlsx'))}
  ${button('print', t('history.print'))}`;
}

/** Why there is no file, and the way to it. */
export function exportFailure({ t }: Text, exporting: ExportState, save: (kind: ExportKind) => void) {
  if (exporting.status !== 'failed') return nothing;
  later(() => import('../../ui/failure-notice.js'));
  return html`<komet-ui-failure-notice
      heading=${t('history.export.failed')}
      .error=${exporting.error}
    ></komet-ui-failure-notice>
    <p><button type="button" @click=${() => save(exporting.kind)}>${t('history.retry')}</button></p>`;
}
