import { DIFFERENCE_KINDS, type DifferenceKind, type Group } from '../../../contract/reconciliation-words.js';
import type { ReconciliationEntry, ReconciliationGroup } from '../../../contract/reconciliation.js';

const DIFFERENT: ReadonlySet<Group> = new Set<Group>(DIFFERENCE_KINDS);

export const isDifference = (group: Group): group is DifferenceKind => DIFFERENT.has(group);

/** The matches that are searched for; amounts are found as they are written, `123.45`. */
export function matching(
  groups: readonly ReconciliationGroup[],
  search: string,
  differencesOnly: boolean,
): readonly ReconciliationGroup[] {
  const wanted = search.trim().toLowerCase();
  if (!wanted && !differencesOnly) return groups;
  return groups.filter((one) => {
    if (differencesOnly && !isDifference(one.group)) return false;
    return !wanted || says(one.komet, wanted) || says(one.processor, wanted);
  });
}

function says(entry: ReconciliationEntry | undefined, wanted: string): boolean {
  if (!entry) return false;
  const { controlNumber, customerName, transactionId, reference, last4, authorizationCode, batchId } = entry;
  const words = [controlNumber, customerName, transactionId, reference, last4, authorizationCode, batchId];
  if (words.some((word) => word !== undefined && String(word).toLowerCase().includes(wanted))) return true;
  return (Math.abs(entry.amountCents) / 100).toFixed(2).includes(wanted.replace(/[$,]/g, ''));
}
