import { KeyTable } from '../../../src/domain/reconcile/key.js';
import type { ReportLine, ReportSide } from './report-lines.js';

/** So many strangers are looked up by one query. */
export const STRANGERS_AT_ONCE = 5_000;

/** The positions of transactions that Komet's lines don't have. */
export function strangersIn(processor: ReportSide, known: ReportSide): number[] {
  const table = new KeyTable(known.transaction);
  table.fill(0, known.length);
  const strangers: number[] = [];
  for (let position = 0; position < processor.length; position++) {
    const key = processor.transaction[position] as number;
    const held = table.find(key);
    // Of texts with one key only the first is held; the others are looked for in vain, which harms nobody.
    const isKnown = held !== -1 && (key >= 0 || isSameText(known.entry(held), processor.entry(position)));
    if (!isKnown) strangers.push(position);
  }
  return strangers;
}

const isSameText = (one: ReportLine, other: ReportLine): boolean => one.transactionId === other.transactionId;
