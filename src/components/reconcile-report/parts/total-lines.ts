import { ENTRY_KINDS } from '../../../contract/reconciliation-words.js';
import type { Reconciliation, SideTotals } from '../../../contract/reconciliation.js';
import { brandName } from './brand-name.js';
import type { Text } from './text.js';

/** What both sides count of something; cents, and how many entries make them. */
export interface TotalLine {
  readonly name: string;
  readonly komet: number;
  readonly processor: number;
  readonly count: readonly [komet: number, processor: number];
}

export interface TotalLines {
  readonly kinds: readonly TotalLine[];
  readonly brands: readonly TotalLine[];
  readonly net: TotalLine;
}

/** The totals by type and by card brand; what neither side has is left out. */
export function totalLines(text: Text, { komet, processor }: NonNullable<Reconciliation['totals']>): TotalLines {
  const { t } = text;
  const kinds = ENTRY_KINDS.map((kind) => {
    const [a, b] = [komet, processor].map((side) => side.byKind.find((one) => one.kind === kind));
    return { name: t(`kind.${kind}`), ...lineOf(a, b) };
  });
  const voided = { name: t('group.voided-pair'), ...lineOf(komet.voidedPairs, processor.voidedPairs) };
  const net = { name: t('totals.net'), komet: komet.netCents, processor: processor.netCents };
  return {
    kinds: [...kinds, voided].filter(({ count: [a, b] }) => a + b > 0),
    brands: brandLines(text, komet, processor),
    net: { ...net, count: [komet.count, processor.count] },
  };
}

function brandLines(text: Text, komet: SideTotals, processor: SideTotals): TotalLine[] {
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
