import { html, nothing } from 'lit';
import type { Reconciliation } from '../../../contract/reconciliation.js';
import type { Text } from './text.js';
import { totalLines, type TotalLine } from './total-lines.js';

/** What both sides count, by type and by card brand, and what is off in each. */
export function totals(text: Text, sides: NonNullable<Reconciliation['totals']>) {
  const { t } = text;
  const { kinds, brands, net } = totalLines(text, sides);
  // What was moved between types or brands is off in each of them, and yet in balance.
  const isOff = net.komet !== net.processor;
  return html`<section class="totals" aria-labelledby="totals-title">
    <h3 id="totals-title">${t('totals.title')}</h3>
    <table>
      <caption class="visually-hidden">
        ${t('totals.caption')}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('totals.kind')}</th>
          <th scope="col" class="amount">${t('totals.komet')}</th>
          <th scope="col" class="amount">${t('totals.processor')}</th>
          <th scope="col" class="amount">${t('totals.off')}</th>
        </tr>
      </thead>
      <tbody>
        ${kinds.map((line) => row(text, line, isOff))}
      </tbody>
      ${brands.length === 0 ? nothing : brandRows(text, brands, isOff)}
      <tfoot>
        ${row(text, net, isOff)}
      </tfoot>
    </table>
  </section>`;
}

const brandRows = (text: Text, lines: readonly TotalLine[], isOff: boolean) =>
  html`<tbody>
    <tr>
      <th scope="rowgroup" colspan="4" class="group">${text.t('totals.brand')}</th>
    </tr>
    ${lines.map((line) => row(text, line, isOff))}
  </tbody>`;

function row({ decimal, number }: Text, { name, komet, processor, count }: TotalLine, isOff: boolean) {
  const off = komet - processor;
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="amount">${decimal(komet)} <small class="muted">(${number(count[0])})</small></td>
    <td class="amount">${decimal(processor)} <small class="muted">(${number(count[1])})</small></td>
    <td class="amount ${off !== 0 && isOff ? 'wrong' : 'muted'}">${decimal(off)}</td>
  </tr>`;
}
