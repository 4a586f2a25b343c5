import { html, nothing } from 'lit';
import { ENTRY_KINDS } from '../../../contract/reconciliation-words.js';
import type { SideTotals } from '../../../contract/reconciliation.js';
import { brandName } from './brand-name.js';
import type { Text } from './text.js';

interface Line {
  readonly name: string;
  readonly komet: number;
  readonly processor: number;
  readonly count: readonly [number, number];
}

/** What both sides count, by type and by card brand, and what is off in each. */
export function totals(text: Text, { komet, processor }: { komet: SideTotals; processor: SideTotals }) {
  const { t } = text;
  const brands = brandLines(text, komet, processor);
  // A sale voided on its day counts on Komet's side twice and at the processor's not at all: off by type, and yet in balance.
  const isOff = komet.netCents !== processor.netCents;
  const net = { name: t('totals.net'), komet: komet.netCents, processor: processor.netCents };
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
        ${kindLines(text, komet, processor).map((line) => row(text, line, isOff))}
      </tbody>
      ${brands.length === 0 ? nothing : brandRows(text, brands, isOff)}
      <tfoot>
        ${row(text, { ...net, count: [komet.count, processor.count] }, isOff)}
      </tfoot>
    </table>
  </section>`;
}

const brandRows = (text: Text, lines: readonly Line[], isOff: boolean) =>
  html`<tbody>
    <tr>
      <th scope="rowgroup" colspan="4" class="group">${text.t('totals.brand')}</th>
    </tr>
    ${lines.map((line) => row(text, line, isOff))}
  </tbody>`;

const kindLines = ({ t }: Text, komet: SideTotals, processor: SideTotals): Line[] =>
  ENTRY_KINDS.map((kind) => {
    const [a, b] = [komet, processor].map((side) => side.byKind.find((one) => one.kind === kind));
    return { name: t(`kind.${kind}`), ...lineOf(a, b) };
  });

function brandLines(text: Text, komet: SideTotals, processor: SideTotals): Line[] {
  const brands = [...new Set([...processor.byBrand, ...komet.byBrand].map(({ brand }) => brand))];
  return brands.map((brand) => {
    const [a, b] = [komet, processor].map((side) => side.byBrand.find((one) => one.brand === brand));
    return { name: brandName(text, brand), ...lineOf(a, b) };
  });
}

interface Sum {
  readonly count: number;
  readonly cents: number;
}

const lineOf = (a: Sum | undefined, b: Sum | undefined) => ({
  komet: a?.cents ?? 0,
  processor: b?.cents ?? 0,
  count: [a?.count ?? 0, b?.count ?? 0] as const,
});

function row({ decimal, number }: Text, { name, komet, processor, count }: Line, isOff: boolean) {
  const off = komet - processor;
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="amount">${decimal(komet)} <small class="muted">(${number(count[0])})</small></td>
    <td class="amount">${decimal(processor)} <small class="muted">(${number(count[1])})</small></td>
    <td class="amount ${off !== 0 && isOff ? 'wrong' : 'muted'}">${decimal(off)}</td>
  </tr>`;
}
