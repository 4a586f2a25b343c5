import { html } from 'lit';
import { COLUMNS, type ColumnKey } from './columns.js';
import type { Text } from './text.js';

/** Komet's grey gear: a box for each column. */
export function columnChooser(
  text: Text,
  chosen: ReadonlySet<ColumnKey>,
  choose: (columns: ReadonlySet<ColumnKey>) => void,
) {
  const toggle = (key: ColumnKey, isOn: boolean) =>
    choose(new Set(COLUMNS.map((column) => column.key).filter((one) => (one === key ? isOn : chosen.has(one)))));
  return html`<fieldset class="columns">
    <legend class="visually-hidden">${text.t('history.columns')}</legend>
    ${COLUMNS.map(
      ({ key }) =>
        html`<label class="check">
          <input
            type="checkbox"
            .checked=${chosen.has(key)}
            @change=${(event: Event) => toggle(key, (event.target as HTMLInputElement).checked)}
          />
          ${text.t(`column.${key}`)}
        </label>`,
    )}
  </fieldset>`;
}
