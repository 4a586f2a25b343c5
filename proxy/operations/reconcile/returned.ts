import { TRAIT } from '../../../src/domain/reconcile/columns.js';
import type { ReportSide } from './report-lines.js';

const isVoidOfSale = (traits: number): boolean => (traits & TRAIT.void) !== 0 && (traits & TRAIT.hasParent) !== 0;
const isRefundOfSale = (traits: number): boolean => (traits & TRAIT.refund) !== 0 && (traits & TRAIT.hasParent) !== 0;

/** What somebody gave back at the Virtual Terminal is a refund where the processor shows one, and a void otherwise. */
export function asReturned(komet: ReportSide, processor: ReportSide): ReportSide {
  const refunded = new Set<string | undefined>();
  for (const [position, traits] of processor.traits.entries()) {
    if (isRefundOfSale(traits)) refunded.add(processor.entry(position).parentId);
  }
  const traits = komet.traits.slice();
  for (const [position, own] of komet.traits.entries()) {
    if (!isVoidOfSale(own) || !refunded.has(komet.entry(position).parentId)) continue;
    traits[position] = (own & ~TRAIT.void) | TRAIT.refund;
  }
  const entry: ReportSide['entry'] = (position) => {
    const line = komet.entry(position);
    return traits[position] === komet.traits[position] ? line : { ...line, kind: 'refund' };
  };
  return { ...komet, traits, entry };
}
